import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { wipeSteps } from '../../../shared/contract/application/wipe-steps.ts';
import { memberId } from '../../../shared/contract/ids.ts';
import { temporaryFolder } from '../database/temporary-files.test-support.ts';
import { openVault } from '../vault/open-vault.test-support.ts';
import { begin, newVault, setUpKiosk, wipingApplication } from '../vault/vault.test-support.ts';
import type { WipeRows } from '../vault/wipe-rows.ts';
import { CLEAN, runTimers, stageOf } from './wipe-procedure.test-support.ts';

/** Makes one method of the wipe rows throw while `broken` says so, as a full disk does. */
function failing(method: 'all' | 'update', broken: { now: boolean }) {
  return (rows: WipeRows): WipeRows => ({
    ...rows,
    [method](...given: never[]) {
      if (broken.now) throw new Error('disk full');
      return Reflect.apply(rows[method], rows, given);
    },
  });
}

describe('a vault that does not take writes', () => {
  it.each(['all', 'update'] as const)(
    'in %s locks intake, and the wipe ends when the disk works again',
    async (method) => {
      const vault = newVault();
      const application = wipingApplication(vault);
      const broken = { now: true };
      const stage = stageOf(vault, failing(method, broken));
      await stage.procedure.begin(application);
      await stage.procedure.searched(application, CLEAN);
      expect(stage.ended).toEqual([]);
      expect(stage.failures.at(-1)?.error).toEqual(new Error('disk full'));
      expect(stage.timers).toHaveLength(1);
      broken.now = false;
      await runTimers(stage);
      expect(stage.ended).toEqual([application]);
      expect(stage.procedure.failure()).toBeNull();
    },
  );

  it('at the very end locks too: without its ledger entry no wipe is proven', async () => {
    const vault = newVault();
    const application = wipingApplication(vault);
    const stage = stageOf(vault);
    stage.trouble.set('conclude', 'throw');
    await stage.procedure.begin(application);
    await stage.procedure.searched(application, CLEAN);
    expect(stage.procedure.failure()).not.toBeNull();
    expect(vault.wipes.of(application).done).toEqual(wipeSteps);
    stage.trouble.clear();
    await runTimers(stage);
    expect(stage.ended).toHaveLength(1);
  });
});

describe('what the last transaction left', () => {
  it('is erased before there is a receipt, or intake locks until it is', async () => {
    const vault = newVault();
    const application = wipingApplication(vault);
    const stage = stageOf(vault);
    stage.trouble.set('erase', 'refuse');
    await stage.procedure.begin(application);
    await stage.procedure.searched(application, CLEAN);
    expect(vault.wipes.all()).toEqual([]);
    expect(stage.ended).toEqual([]);
    expect(stage.procedure.failure()).toMatchObject({ step: 'rows-deleted', keyDestroyed: true });
    expect([stage.procedure.busy(), stage.procedure.underWay()]).toEqual([true, 1]);
    // Its entries are written: closing it would write them once more.
    const closing = { by: memberId.parse('c'.repeat(32)), reason: 'found-to-be-nothing' } as const;
    expect(stage.procedure.close(closing)).toEqual({ ok: false, error: { kind: 'no-failed-wipe' } });
    await runTimers(stage);
    expect(stage.ended).toEqual([]);
    stage.trouble.clear();
    await stage.procedure.retry();
    expect(stage.ended).toEqual([application]);
    expect(stage.log.filter((act) => act === 'conclude')).toHaveLength(1);
    expect(stage.log).toContain('recovered');
    expect(stage.procedure.failure()).toBeNull();
    expect(stage.procedure.busy()).toBe(false);
  });
});

it('is not stopped by an owner who cannot take the news', async () => {
  const vault = newVault();
  const application = wipingApplication(vault);
  const stage = stageOf(vault);
  stage.failures.push = () => {
    throw new Error('the owner broke');
  };
  stage.trouble.set('rows-deleted', 'refuse');
  await stage.procedure.begin(application);
  expect(stage.timers).toHaveLength(1);
  expect(stage.procedure.failure()?.step).toBe('rows-deleted');
  stage.trouble.clear();
  await runTimers(stage);
  await stage.procedure.searched(application, CLEAN);
  expect(stage.ended).toHaveLength(1);
});

it('that the ledger does not take is told as failed until it does, and as recovered once', async () => {
  const vault = newVault();
  const application = wipingApplication(vault);
  const stage = stageOf(vault);
  stage.trouble.set('conclude', 'throw');
  await stage.procedure.begin(application);
  await stage.procedure.searched(application, CLEAN);
  for (let retry = 0; retry < 5; retry += 1) await runTimers(stage);
  expect(stage.failures).toHaveLength(6);
  expect(stage.log).not.toContain('recovered');
  stage.trouble.clear();
  await runTimers(stage);
  expect(stage.log.filter((act) => act === 'recovered')).toHaveLength(1);
  expect(stage.ended).toHaveLength(1);
});

it('gives its receipt also where the news of its recovery could not be written at first', async () => {
  const vault = newVault();
  const application = wipingApplication(vault);
  const stage = stageOf(vault);
  stage.trouble.set('erase', 'refuse');
  await stage.procedure.begin(application);
  await stage.procedure.searched(application, CLEAN);
  stage.trouble.clear();
  stage.trouble.set('recovered', 'throw');
  await runTimers(stage);
  expect(stage.ended).toEqual([]);
  expect(stage.procedure.failure()).toMatchObject({ keyDestroyed: true });
  expect(stage.procedure.busy()).toBe(true);
  stage.trouble.clear();
  await runTimers(stage);
  expect(stage.ended).toEqual([application]);
  expect(stage.procedure.failure()).toBeNull();
  expect(stage.procedure.busy()).toBe(false);
});

describe('a removal of its row that is rolled back', () => {
  it('leaves it its name, and it ends with the next attempt', async () => {
    const vault = newVault();
    const application = wipingApplication(vault);
    const stage = stageOf(vault);
    stage.trouble.set('removed', 'throw');
    await stage.procedure.begin(application);
    await stage.procedure.searched(application, CLEAN);
    expect(vault.wipes.all()).toMatchObject([{ application }]);
    expect(stage.procedure.failure()).toMatchObject({ keyDestroyed: true });
    stage.trouble.clear();
    await runTimers(stage);
    expect(stage.ended).toEqual([application]);
    expect(stage.procedure.busy()).toBe(false);
  });
});

describe('the next keeper', () => {
  it('goes on with the steps that are open and does not repeat the others', async () => {
    const path = join(temporaryFolder(), 'vault.db');
    const first = openVault(path);
    if (!first.ok) throw new Error('no vault');
    setUpKiosk(first.value);
    const application = wipingApplication(first.value, 'denied');
    const before = stageOf(first.value);
    before.trouble.set('print-side-purged', 'throw');
    await before.procedure.begin(application);
    first.value.database.close();

    const vault = newVault(path);
    const [row] = vault.wipes.all();
    expect(row).toMatchObject({ outcome: 'denied', search: null });
    // The record is gone, and with it the last that named the application: it goes by the id of its wipe.
    expect(row?.application).not.toBe(application);
    expect(row?.application).toBe(row?.id);
    const stage = stageOf(vault);
    await stage.procedure.searched(row?.application ?? application, { kind: 'not-searched' });
    expect(stage.log).toEqual(['print-side-purged', 'session-ended', 'folder-removed', 'conclude', 'erase']);
    expect(stage.ended).toHaveLength(1);
  });

  it('does not take back what an earlier search found', async () => {
    const vault = newVault();
    const application = wipingApplication(vault);
    const before = stageOf(vault);
    await before.procedure.searched(application, { ...CLEAN, hits: 3 });
    const after = stageOf(vault);
    await after.procedure.searched(application, { kind: 'not-searched' });
    expect(after.procedure.failure()?.step).toBe('searched');
    expect(after.ended).toEqual([]);
  });

  it('calls the application by its id as long as the record is there', () => {
    const path = join(temporaryFolder(), 'vault.db');
    const first = openVault(path);
    if (!first.ok) throw new Error('no vault');
    setUpKiosk(first.value);
    const application = wipingApplication(first.value, 'denied');
    first.value.database.close();
    const vault = newVault(path);
    expect(vault.wipes.all()).toMatchObject([{ application }]);
    vault.remove(application);
    expect(vault.wipes.of(application).application).toBe(application);
  });

  it('ends a wipe whose record is no longer in the vault', async () => {
    const vault = newVault();
    const application = wipingApplication(vault);
    vault.remove(application);
    const stage = stageOf(vault);
    await stage.procedure.searched(application, { kind: 'not-searched' });
    expect(stage.ended).toHaveLength(1);
    expect(vault.wipes.all()).toEqual([]);
  });

  it('has nothing to do for an application without a wipe row', async () => {
    const vault = newVault();
    const { id } = begin(vault, '2026-11-24', 0);
    const stage = stageOf(vault);
    await stage.procedure.begin(id);
    expect(stage.log).toEqual([]);
    expect(vault.find(id)?.state).toBe('draft');
  });
});
