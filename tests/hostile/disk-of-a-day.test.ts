import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { testClock } from '../../electron/keeper/clock.test-support.ts';
import { KIOSK_FILES } from '../../electron/keeper/data-folder/kiosk-files.ts';
import { workingFolder } from '../../electron/keeper/database/temporary-files.test-support.ts';
import { until } from '../../electron/keeper/sessions/sessions.test-support.ts';
import { startKeeper } from '../../electron/keeper/start/keeper.test-support.ts';
import { counter, create } from '../../electron/keeper/start/scripted-core.test-support.ts';
import { applicationsIn } from '../../electron/keeper/vault/rows-in-bytes.test-support.ts';
import { newVault } from '../../electron/keeper/vault/vault.test-support.ts';
import { CLEAN } from '../../electron/keeper/wipe/wipe-procedure.test-support.ts';
import { wipingAs } from '../../shared/application/lifecycle.test-support.ts';
import { applicationId, jobId, policyHash } from '../../shared/contract/ids.ts';
import { CARD_PRINTER } from '../../shared/contract/printer.test-support.ts';
import { firstOf } from '../support/sample.ts';
import { bytesIn, DAY_FILES } from './day.test-support.ts';

// Whoever takes the disk, at the moment that suits them, and reads its bytes.

const MORNING = Date.UTC(2026, 10, 24, 9, 17, 42);

/** In which files a name stands, as bytes or as text; and whose rows are in any page of the vault and its journal. */
function found(dataFolder: string, name: string): readonly string[] {
  return DAY_FILES.flatMap((file) => {
    const bytes = bytesIn(dataFolder, file);
    const stands = bytes.includes(name) || bytes.includes(Buffer.from(name, 'hex'));
    return stands ? [file] : [];
  });
}

const rowsIn = (dataFolder: string) =>
  ['vault.db', 'vault.db-journal'].flatMap((file) => applicationsIn(bytesIn(dataFolder, file)));

const CUSTODY = [
  ['sealed', [KIOSK_FILES.keys]],
  ['memory', []],
] as const;
it.each(firstOf(CUSTODY, 1))(
  'a thief who takes the disk when a receipt was just given finds neither erasure nor application, nor what a row of one says, where keys are kept %s',
  async (custody, alsoIn) => {
    const dataFolder = workingFolder();
    const names = { application: '', wipe: '' };
    const atTheEnd: { before: readonly string[]; after: readonly string[] } = { before: [], after: [] };
    const { keeper, core } = await counter({
      ...{ dataFolder, custody, clock: testClock({ now: MORNING }) },
      adjustActs: (acts) => ({
        ...acts,
        // The last act before the receipt is shown.
        eraseTraces() {
          const before = found(dataFolder, names.wipe);
          const isErased = acts.eraseTraces();
          Object.assign(atTheEnd, { before, after: found(dataFolder, names.wipe) });
          return isErased;
        },
      }),
    });
    const { application } = await create(core);
    names.application = application;
    expect(found(dataFolder, application)).toEqual(expect.arrayContaining(['vault.db', ...alsoIn]));
    expect(rowsIn(dataFolder)).not.toEqual([]);
    await core.call('finish', { outcome: 'withdrawn' });
    const [wipe] = keeper.services.vault.wipes.all();
    if (wipe === undefined) throw new Error('no erasure has begun');
    names.wipe = wipe.id;
    // The control, and while it goes on it names nobody any more.
    expect(found(dataFolder, wipe.id)).toContain('vault.db');
    expect(found(dataFolder, application)).toEqual([]);
    void core.call('erased', { search: CLEAN });
    await until(() => expect(keeper.services.endings.shown().kind).toBe('ended'));
    expect(atTheEnd).toEqual({ before: ['vault.db-journal'], after: [] });
    for (const name of Object.values(names)) expect(found(dataFolder, name)).toEqual([]);
    expect(rowsIn(dataFolder)).toEqual([]);
  },
);

it('an erasure has a number of its own, which does not follow from that of its application', () => {
  const id = applicationId.parse(randomBytes(16).toString('hex'));
  const begin = {
    id,
    day: '2026-11-24',
    now: MORNING,
    elapsed: 0,
    policy: policyHash.parse('ab'.repeat(32)),
    isKeySealed: false,
  };
  const about = { custody: 'memory', driver: 'virtual', counted: null, day: '2026-11-24' } as const;
  // Whatever follows from an application alone is the same at two kiosks.
  const numbers = [newVault(), newVault()].map((vault) => {
    vault.create(begin);
    return vault.beginWipe(id, wipingAs('withdrawn'), about);
  });
  expect(new Set([...numbers, id]).size).toBe(3);
});

/** An application whose card was sent to a printer that is off now. */
async function withJobAtPrinter() {
  const dataFolder = workingFolder();
  const { keeper, core } = await counter({ dataFolder });
  const { application } = await create(core);
  const name = jobId.parse(randomBytes(16).toString('hex'));
  keeper.services.jobRows.begin({ name, application, printer: CARD_PRINTER });
  expect([found(dataFolder, application), found(dataFolder, name)]).toEqual([['vault.db'], ['vault.db']]);
  return { dataFolder, keeper, core, application, name };
}

it('a thief who takes the disk while a printer is off finds its job, and not whose it was', async () => {
  const { dataFolder, keeper, core, application, name } = await withJobAtPrinter();
  await core.call('finish', { outcome: 'withdrawn' });
  const [wipe] = keeper.services.vault.wipes.all();
  if (wipe === undefined) throw new Error('no erasure has begun');
  expect(keeper.services.jobRows.of(wipe.id)).toMatchObject([{ name }]);
  expect([found(dataFolder, application), found(dataFolder, name)]).toEqual([[], ['vault.db']]);
});

it('nor after a power outage, where it is the job of somebody who was forgotten', async () => {
  const { dataFolder, keeper, application, name } = await withJobAtPrinter();
  await keeper.stop();
  await startKeeper({ dataFolder, scripted: true });
  expect([found(dataFolder, application), found(dataFolder, name)]).toEqual([[], ['vault.db']]);
});
