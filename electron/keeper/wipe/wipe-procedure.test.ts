import { describe, expect, it } from 'vitest';
import { type WipeStep, wipeSteps } from '../../../shared/contract/application/wipe-steps.ts';
import { newVault, wipingApplication } from '../vault/vault.test-support.ts';
import { CLEAN, FOUND, PROVEN, runTimers, stageOf } from './wipe-procedure.test-support.ts';

const ACTING: readonly WipeStep[] = wipeSteps.filter((step) => step !== 'searched');
/** A printer that is off locks nothing. */
const LOCKING = ACTING.filter((step) => step !== 'print-side-purged');
const BEFORE_SEARCH = ['worker-ended', 'key-destroyed', 'rows-deleted', 'print-side-purged'] as const;

describe('a wipe', () => {
  it('does what needs no search at once, and the rest after the report', async () => {
    const vault = newVault();
    const application = wipingApplication(vault);
    const stage = stageOf(vault);
    await stage.procedure.begin(application);
    expect(stage.log).toEqual(BEFORE_SEARCH);
    expect(vault.wipes.of(application).done).toEqual(BEFORE_SEARCH);
    expect(stage.ended).toEqual([]);
    await stage.procedure.searched(application, CLEAN);
    expect(stage.log).toEqual([...BEFORE_SEARCH, 'session-ended', 'folder-removed', 'conclude', 'erase']);
    expect(stage.ended).toEqual([application]);
    expect(vault.wipes.all()).toEqual([]);
    expect(stage.procedure.failure()).toBeNull();
    expect(stage.timers).toEqual([]);
  });

  it.each(LOCKING.flatMap((step) => [[step, 'refuse'] as const, [step, 'throw'] as const]))(
    'goes on past the step %s that does %s, locks, and ends once it is proven',
    async (step, how) => {
      const vault = newVault();
      const application = wipingApplication(vault);
      const stage = stageOf(vault);
      stage.trouble.set(step, how);
      await stage.procedure.begin(application);
      await stage.procedure.searched(application, CLEAN);
      expect(new Set(stage.log)).toEqual(new Set(ACTING));
      expect(new Set(vault.wipes.of(application).done)).toEqual(
        new Set(wipeSteps.filter((other) => other !== step)),
      );
      expect(stage.ended).toEqual([]);
      expect(stage.procedure.failure()?.step).toBe(step);
      expect(stage.failures[0]).toMatchObject({ step });
      if (how === 'throw') expect(stage.failures[0]?.error).toEqual(new Error(`the ${step} act broke`));
      stage.trouble.clear();
      await runTimers(stage);
      expect(stage.ended).toEqual([application]);
      expect(stage.procedure.failure()).toBeNull();
    },
  );

  it('waits twice as long each time, a minute at most', async () => {
    const vault = newVault();
    const application = wipingApplication(vault);
    const stage = stageOf(vault);
    stage.trouble.set('key-destroyed', 'refuse');
    await stage.procedure.begin(application);
    const waits: number[] = [];
    for (let attempt = 0; attempt < 9; attempt += 1) {
      waits.push(...stage.timers.map(({ milliseconds }) => milliseconds));
      await runTimers(stage);
    }
    expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000]);
  });

  it('keeps one timer for each wipe, however often somebody presses "try again"', async () => {
    const vault = newVault();
    const application = wipingApplication(vault);
    const stage = stageOf(vault);
    stage.trouble.set('folder-removed', 'refuse');
    await stage.procedure.begin(application);
    await stage.procedure.searched(application, CLEAN);
    for (let press = 0; press < 5; press += 1) await stage.procedure.retry();
    expect(stage.timers).toHaveLength(1);
  });

  it('unlocks as soon as the failed step is proven, also while the search is still to come', async () => {
    const vault = newVault();
    const application = wipingApplication(vault);
    const stage = stageOf(vault);
    stage.trouble.set('worker-ended', 'refuse');
    await stage.procedure.begin(application);
    expect(stage.procedure.failure()).toMatchObject({ step: 'worker-ended', attempts: 1 });
    stage.trouble.clear();
    await runTimers(stage);
    expect(stage.procedure.failure()).toBeNull();
    expect(stage.log.at(-1)).toBe('recovered');
    expect(new Set(vault.wipes.of(application).done)).toEqual(new Set(BEFORE_SEARCH));
  });

  it('runs each act once, however many passes come at the same time', async () => {
    const vault = newVault();
    const application = wipingApplication(vault);
    const stage = stageOf(vault);
    await Promise.all([
      stage.procedure.begin(application),
      stage.procedure.retry(),
      stage.procedure.searched(application, CLEAN),
      stage.procedure.retry(),
    ]);
    expect(stage.log).toEqual([...BEFORE_SEARCH, 'session-ended', 'folder-removed', 'conclude', 'erase']);
    expect(stage.ended).toHaveLength(1);
  });

  it('takes the first report and no later one', async () => {
    const vault = newVault();
    const application = wipingApplication(vault);
    const stage = stageOf(vault);
    await stage.procedure.begin(application);
    await stage.procedure.searched(application, FOUND);
    await stage.procedure.searched(application, CLEAN);
    expect(vault.wipes.of(application).search).toEqual({ ...PROVEN, hits: 1 });
    expect(stage.ended).toEqual([]);
  });
});

describe('a search', () => {
  it.each([FOUND, { kind: 'void' } as const])('that reports $kind with $hits hits locks', async (report) => {
    const vault = newVault();
    const application = wipingApplication(vault);
    const stage = stageOf(vault);
    await stage.procedure.begin(application);
    await stage.procedure.searched(application, report);
    expect(stage.procedure.failure()).toMatchObject({
      step: 'searched',
      foundDetails: report === FOUND,
      attempts: 1,
      retryAt: null,
    });
    expect(stage.log).toContain('session-ended');
    expect(stage.ended).toEqual([]);
    // A person has to look; time alone does not unsay what was found.
    expect(stage.timers).toEqual([]);
    await stage.procedure.retry();
    expect(stage.procedure.failure()).toMatchObject({ step: 'searched', attempts: 2, retryAt: null });
  });

  it('that found something does not keep the other open steps from being tried again', async () => {
    const vault = newVault();
    const application = wipingApplication(vault);
    const stage = stageOf(vault);
    stage.trouble.set('session-ended', 'refuse');
    await stage.procedure.begin(application);
    await stage.procedure.searched(application, FOUND);
    expect(stage.procedure.failure()?.step).toBe('searched');
    stage.trouble.clear();
    await runTimers(stage);
    expect(vault.wipes.of(application).done).toContain('session-ended');
    expect(stage.ended).toEqual([]);
  });

  it('that was not possible ends the wipe, and the report says so', async () => {
    const vault = newVault();
    const application = wipingApplication(vault);
    const stage = stageOf(vault);
    await stage.procedure.searched(application, { kind: 'not-searched' });
    expect(stage.ended).toHaveLength(1);
  });
});
