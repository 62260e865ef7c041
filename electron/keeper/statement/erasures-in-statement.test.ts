import { describe, expect, it } from 'vitest';
import { reached } from '../../../shared/application/lifecycle.test-support.ts';
import type { ApplicationId } from '../../../shared/contract/ids.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { allEntriesIn, entriesOf } from '../ledger/entries.test-support.ts';
import { policyFile } from '../policy/policy.test-support.ts';
import { SUPERVISOR } from '../start/keeper.test-support.ts';
import type { RunningKeeper } from '../start/run-keeper.ts';
import { counter, create, nextCore, type ScriptedCore } from '../start/scripted-core.test-support.ts';
import type { WipeActs } from '../wipe/wipe-parts.ts';
import { rowsIn, sectionOf, stateAndSave } from './statement.test-support.ts';

/** A kiosk whose policy lets a hold stop erasures, with so many applications set aside and the supervisor signed in. */
async function setAside(count: number, adjustActs: (acts: WipeActs) => WipeActs = (acts) => acts) {
  const exportFolder = workingFolder();
  const policyPath = policyFile({ hold: { wipeBegun: 'stop' } });
  const { keeper, core } = await counter({ exportFolder, policyPath, adjustActs });
  const applications: ApplicationId[] = [];
  let shown: ScriptedCore = core;
  for (let at = 0; at < count; at += 1) {
    applications.push((await create(shown)).application);
    await shown.call('putAside', { fingerprints: null });
    shown = await nextCore(keeper, shown);
  }
  await shown.call('signIn', SUPERVISOR);
  return { keeper, core: shown, exportFolder, applications };
}

/** Their erasure begins, and has destroyed nothing yet. */
function begin({ services }: RunningKeeper, applications: readonly ApplicationId[]): void {
  for (const application of applications) services.beginWipe(application, reached({ kind: 'withdrawn' }));
}

/** It goes on as far as it comes: no session of theirs is there any more. */
async function goOn({ services }: RunningKeeper, applications: readonly ApplicationId[]): Promise<void> {
  for (const application of applications)
    await services.wipes.searched(application, { kind: 'not-searched' });
}

const WIPES = 'Unfinished erasures';

describe('a custody statement says what a legal hold keeps of an erasure that it stopped', () => {
  it('and comes to the same figures as the entry of the ledger that it names, and as its own tables', async () => {
    const { keeper, core, exportFolder, applications } = await setAside(1);
    begin(keeper, applications);
    expect((await core.call('setHold', { reason: 'subpoena', tickets: null })).ok).toBe(true);
    await goOn(keeper, applications);
    const made = await stateAndSave(core, exportFolder);
    const { statement } = made;
    expect(statement).toMatchObject({
      applications: [],
      keys: { inMemory: 0, inSlots: 1 },
      wipes: {
        stopped: { wipes: 1, inMemory: 0, inSlots: 1, noKey: 0 },
        waitingForPrinter: 0,
        notProven: { wipes: 0, openSteps: [] },
      },
      holds: [{ scope: 'all', frozen: 0, unsealed: 0, stopped: { wipes: 1, inMemory: 0 } }],
    });
    expect([rowsIn(made, 'application'), rowsIn(made, 'wipe')]).toEqual([1, 1]);
    const [hold] = statement.holds;
    const named = allEntriesIn(keeper.services.ledger)[(hold?.sequence ?? 0) - 1];
    expect(named).toMatchObject({ kind: 'hold-set', applications: 1, sealed: 1, unsealed: 0 });
    expect(entriesOf(keeper)).toContainEqual(
      expect.objectContaining({ kind: 'wipe-stopped', applications: 1 }),
    );
    expect(sectionOf(made, WIPES)).toEqual(
      expect.arrayContaining([
        'Stopped by a legal hold: 1',
        'Stopped, key in memory only: 0',
        'Stopped, key on disk, encrypted: 1',
      ]),
    );
    expect(sectionOf(made, 'Legal holds in force')).toEqual(
      expect.arrayContaining([
        'Open applications it kept when it was set: 0, of which 0 then had a key in memory only',
        'Erasures it stops now: 1, of which 0 have a key in memory only',
      ]),
    );
  });

  it('also where its key is in memory only, as on a disk that can’t seal keys', async () => {
    const { keeper, core, exportFolder, applications } = await setAside(1);
    begin(keeper, applications);
    keeper.services.holds.set({
      ...{ scope: 'all', reason: 'subpoena', since: 1, by: SUPERVISOR.name, applications: [] },
    });
    await goOn(keeper, applications);
    const { statement } = await stateAndSave(core, exportFolder);
    expect(statement).toMatchObject({
      keys: { inMemory: 1, inSlots: 0 },
      wipes: { stopped: { wipes: 1, inMemory: 1, inSlots: 0, noKey: 0 } },
      holds: [{ stopped: { wipes: 1, inMemory: 1 } }],
    });
  });

  it('and tells it from one that waits for its printer, and from one that is not proven', async () => {
    const at = { printer: '', folder: '' };
    const { keeper, core, exportFolder, applications } = await setAside(4, (acts) => ({
      ...acts,
      purgePrintSide: async (application) =>
        application === at.printer ? null : acts.purgePrintSide(application),
      removeFolder: (application) => application !== at.folder && acts.removeFolder(application),
    }));
    const [waiting, failing, held, open] = applications;
    if (waiting === undefined || failing === undefined || held === undefined || open === undefined)
      throw new Error('too few');
    Object.assign(at, { printer: waiting, folder: failing });
    begin(keeper, [waiting, failing]);
    await goOn(keeper, [waiting, failing]);
    expect(keeper.services.wipes.failure()).toMatchObject({ step: 'folder-removed' });
    begin(keeper, [held]);
    expect((await core.call('setHold', { reason: 'subpoena', tickets: null })).ok).toBe(true);
    await goOn(keeper, [held]);
    const made = await stateAndSave(core, exportFolder);
    expect(made.statement.wipes).toEqual({
      stopped: {
        ...{ wipes: 1, inMemory: 0, inSlots: 1, noKey: 0 },
        openSteps: [
          { step: 'key-destroyed', wipes: 1 },
          { step: 'rows-deleted', wipes: 1 },
          { step: 'print-side-purged', wipes: 1 },
        ],
      },
      waitingForPrinter: 1,
      notProven: { wipes: 1, openSteps: [{ step: 'folder-removed', wipes: 1 }] },
    });
    expect(rowsIn(made, 'wipe')).toBe(3);
    // The open one, and the one that the hold keeps.
    expect(rowsIn(made, 'application')).toBe(2);
    expect(made.statement.holds).toMatchObject([{ frozen: 1, stopped: { wipes: 1, inMemory: 0 } }]);
  });
});
