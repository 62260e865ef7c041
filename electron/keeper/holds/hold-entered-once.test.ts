import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { entriesOf } from '../ledger/entries.test-support.ts';
import { pendingIn } from '../outbox/pending-entries.ts';
import { SECOND_SUPERVISOR, SUPERVISOR, startKeeper } from '../start/keeper.test-support.ts';
import type { RunningKeeper } from '../start/run-keeper.ts';
import { connectCore, counter } from '../start/scripted-core.test-support.ts';

const LEDGER = ['ledger.db', 'ledger.db-journal'];
const start = (dataFolder: string) => startKeeper({ scripted: true, dataFolder });

/** Puts another ledger in the place of the one that is there. */
function putLedger(folder: string, from: string): void {
  for (const name of LEDGER) {
    rmSync(join(folder, name), { force: true });
    cpSync(join(from, name), join(folder, name));
  }
}

function copyOf(folder: string): string {
  const copy = join(workingFolder(), 'data');
  cpSync(folder, copy, { recursive: true });
  return copy;
}

/** A kiosk of which the ledger is there twice: as it was, and as it is. The same key signed both, and opens. */
async function twoLedgers() {
  const folder = workingFolder();
  const { keeper, core } = await counter({ dataFolder: folder });
  const older = copyOf(folder);
  expect(await core.call('fitRibbon', {})).toMatchObject({ ok: true });
  await keeper.stop();
  return { folder, older, right: copyOf(folder) };
}

const waitsIn = ({ services }: RunningKeeper): number =>
  pendingIn(services.vault.database).filter(({ entry }) => entry.kind === 'hold-set').length;

it('a hold is entered once, however often an older ledger and the right one were put beside its vault in turn', async () => {
  const { folder, older, right } = await twoLedgers();
  putLedger(folder, older);
  const first = await start(folder);
  const by = { reason: 'subpoena', ...SUPERVISOR } as const;
  expect(await (await connectCore(first)).call('setHoldByPassphrase', by)).toMatchObject({ ok: true });
  await first.stop();
  for (const ledger of [right, older, right]) {
    putLedger(folder, ledger);
    const keeper = await start(folder);
    expect([waitsIn(keeper), keeper.services.holds.all().length]).toEqual([1, 1]);
    await keeper.stop();
  }
  // The one in which two rows of it would have waited.
  putLedger(folder, older);
  const keeper = await start(folder);
  const core = await connectCore(keeper);
  const [hold] = keeper.services.holds.all();
  if (hold === undefined) throw new Error('no hold stands');
  await core.call('signIn', SUPERVISOR);
  await core.call('approve', { act: 'liftHold', hold: hold.identifier, ...SECOND_SUPERVISOR });
  expect(await core.call('liftHold', { hold: hold.identifier })).toMatchObject({ ok: true });
  const misfits = keeper.services.filesFit.now()?.misfits.map(({ kind }) => kind) ?? [];
  const asked = { misfits, reason: 'not-explained' as const };
  await core.call('approve', { act: 'acceptMisfit', ...asked, ...SECOND_SUPERVISOR });
  expect(await core.call('acceptMisfit', asked)).toMatchObject({ ok: true });
  const told = entriesOf(keeper).filter(({ kind }) => kind === 'hold-set' || kind === 'hold-lifted');
  expect(told).toMatchObject([{ kind: 'hold-set' }, { kind: 'hold-lifted' }]);
});
