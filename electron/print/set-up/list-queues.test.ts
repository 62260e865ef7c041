import { expect, it } from 'vitest';
import { httpReply, patient, sayingPeer } from '../../lib/ipp/peer.test-support.ts';
import { enumeration, nameValue } from '../../lib/ipp/samples.test-support.ts';
import { replyOf, wire } from '../../lib/ipp/wire.test-support.ts';
import { listQueues } from './list-queues.ts';

/** A print server that listens at a port alone. */
const serverAt = (port: number) => ({ port, socket: null, settings: '/nowhere/cups-files.conf' });

/** What is listed of a print server that has queues of these names. */
async function listed(...names: readonly string[]) {
  const groups = names.flatMap((name) => [
    4,
    nameValue('printer-name', name),
    enumeration('printer-state', 3),
  ]);
  const server = await sayingPeer(httpReply(replyOf(1, ...groups)));
  const queues = await listQueues(serverAt(server.target.port), patient);
  return { queues, at: `ipp://localhost:${server.target.port}/printers/` };
}

it('a queue has the address that its name makes', async () => {
  const { queues, at } = await listed('card', 'Ausweis Süd');
  expect(queues).toEqual({
    ok: true,
    value: [
      { address: `${at}card`, name: 'card', makeAndModel: '' },
      { address: `${at}Ausweis%20S%C3%BCd`, name: 'Ausweis Süd', makeAndModel: '' },
    ],
  });
});

it('a queue whose name makes no address is left out, and the others are not', async () => {
  // The second one is cut in the middle of its last character.
  const { queues, at } = await listed('x'.repeat(900), `${'x'.repeat(1022)}😀`, 'card');
  expect(queues).toEqual({ ok: true, value: [{ address: `${at}card`, name: 'card', makeAndModel: '' }] });
});

it('a name is cut before a character that does not fit whole', async () => {
  const { queues } = await listed(`${'x'.repeat(254)}😀`);
  expect(queues.ok && queues.value[0]?.name).toBe('x'.repeat(254));
});

it('a print server without a queue says "not found"', async () => {
  const server = await sayingPeer(httpReply(wire(2, 0, 0x04, 0x06, 0, 0, 0, 1, 1, 3)));
  expect(await listQueues(serverAt(server.target.port), patient)).toEqual({ ok: true, value: [] });
});

it('a print server that is not there is no list', async () => {
  const server = await sayingPeer([], (socket) => socket.destroy());
  expect(await listQueues(serverAt(server.target.port), patient)).toEqual({
    ok: false,
    error: { kind: 'unreachable' },
  });
});
