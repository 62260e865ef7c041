import { expect, it } from 'vitest';
import { openConnection } from './connect.ts';
import { httpPeer, patient } from './peer.test-support.ts';

/** Nothing happens in this process for so long, as when a card is drawn or a disk is waited for. */
function standStill(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

it.each([
  ['than Node waits before it goes to the next address of localhost', patient, 400],
  ['than a printer is waited for', { ...patient, connectMs: 100 }, 200],
] as const)(
  'a process that stands still for longer %s is connected afterwards',
  async (_what, limits, still) => {
    const peer = await httpPeer((_request, response) => void response.end());
    const connecting = openConnection({ ...peer.target, host: 'localhost' }, limits, null);
    // Node looks the name up in a turn of its own.
    await new Promise(process.nextTick);
    standStill(still);
    const connected = await connecting;
    expect(connected).toMatchObject({ ok: true });
    if (!connected.ok) return;
    // What was on its way when the connection came has passed.
    await new Promise(setImmediate);
    await new Promise(setImmediate);
    // An error of it is for whoever uses it to hear.
    expect(connected.value.socket.listenerCount('error')).toBe(0);
    connected.value.socket.destroy();
  },
);
