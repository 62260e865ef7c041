import { rmSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { sample } from '../../../tests/support/sample.ts';
import { KIOSK_FILES } from '../data-folder/kiosk-files.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { startKeeper } from '../start/keeper.test-support.ts';
import { connectCore } from '../start/scripted-core.test-support.ts';
import { NEWCOMERS, recover, withCodes } from './codes.test-support.ts';
import { cutAtEachWrite } from './power-cuts.test-support.ts';
import { deviceKeyOf, signingKeyIn } from './signing.test-support.ts';

/** What an earlier version kept in the vault: PKCS #8. */
const DER_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');

function edit(folder: string, file: string, sql: string, ...values: readonly Buffer[]): void {
  const database = new Sqlite(join(folder, file));
  database.pragma('journal_mode = PERSIST');
  database.prepare(sql).run(...values);
  database.close();
}

/** A kiosk with recovery codes whose key lies in clear, as an update finds it. */
async function ofBefore(isMarked: boolean) {
  const dataFolder = workingFolder();
  const { keeper, one, other } = await withCodes(dataFolder);
  expect(keeper.services.ledger.key()?.epoch).toBe(0);
  const deviceKey = deviceKeyOf(keeper);
  await keeper.stop();
  const der = signingKeyIn(dataFolder, deviceKey).lendSeed((seed) => Buffer.concat([DER_HEAD, seed]));
  edit(dataFolder, KIOSK_FILES.vault, 'UPDATE kiosk SET clear_key = ?', der);
  rmSync(join(dataFolder, KIOSK_FILES.signing));
  if (!isMarked) edit(dataFolder, KIOSK_FILES.ledger, 'DELETE FROM vault_mark');
  return { dataFolder, one, other };
}

it.each([
  ['that no program of this version has written to', false],
  ['whose key was to give way before, and did not', true],
])(
  'two people with recovery codes at a kiosk of before, %s: a power cut makes no misfit',
  { timeout: 300_000 },
  async (_what, isMarked) => {
    const { dataFolder, one, other } = await ofBefore(isMarked);
    const keeper = await startKeeper({ scripted: true, dataFolder });
    expect([keeper.services.kioskKey.state(), keeper.services.filesFit.now()]).toEqual(['locked', null]);
    const { cuts, cut } = cutAtEachWrite(keeper, dataFolder);
    const { outbox, kioskKey } = keeper.services;
    const [{ flush }, { rollUnder }] = [outbox, kioskKey];
    outbox.flush = () => {
      cut('before a flush');
      flush();
    };
    kioskKey.rollUnder = (deviceKey) => {
      cut('before the next key is sealed');
      return rollUnder(deviceKey);
    };
    expect(await recover(await connectCore(keeper), one, other)).toMatchObject({ ok: true });
    // The control: the key of before signed what was done, and gave way.
    expect([kioskKey.state(), keeper.services.ledger.key()?.epoch]).toEqual(['ready', 1]);
    await keeper.stop();
    expect(cuts.map(({ where }) => where)).toContainEqual(expect.stringContaining('behind the roll'));
    // In `npm test` each of both kiosks is cut at every second write.
    for (const { where, folder } of sample(cuts, isMarked ? 1 : 0)) {
      const first = await startKeeper({ scripted: true, dataFolder: folder });
      expect([where, first.services.filesFit.now()]).toEqual([where, null]);
      await first.stop();
      const after = await startKeeper({ scripted: true, dataFolder: folder });
      const core = await connectCore(after);
      expect([where, await core.call('signIn', NEWCOMERS.first)]).toMatchObject([where, { ok: true }]);
      expect([where, after.services.kioskKey.state()]).toEqual([where, 'ready']);
      expect([where, after.services.ledger.verify()]).toMatchObject([where, { ok: true }]);
      await after.stop();
      const later = await startKeeper({ scripted: true, dataFolder: folder });
      expect([where, later.services.filesFit.now()]).toEqual([where, null]);
      await later.stop();
    }
  },
);
