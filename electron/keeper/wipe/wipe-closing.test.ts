import { describe, expect, it } from 'vitest';
import { memberId } from '../../../shared/contract/ids.ts';
import type { NewHold } from '../holds/hold.ts';
import { newVault, wipingApplication } from '../vault/vault.test-support.ts';
import { CLEAN, FOUND, runTimers, stageOf } from './wipe-procedure.test-support.ts';

const CLOSING = { by: memberId.parse('c'.repeat(32)), reason: 'found-to-be-nothing' } as const;

describe('a printer that does not answer', () => {
  it.each(['refuse', 'throw'] as const)(
    'that does %s keeps neither record nor intake, and its step is finished later',
    async (how) => {
      const vault = newVault();
      const application = wipingApplication(vault);
      const stage = stageOf(vault);
      stage.trouble.set('print-side-purged', how);
      await stage.procedure.begin(application);
      expect(stage.procedure.busy()).toBe(true);
      await stage.procedure.searched(application, CLEAN);
      expect(vault.find(application)).toBeNull();
      expect(stage.procedure.failure()).toBeNull();
      expect(stage.procedure.busy()).toBe(false);
      expect(stage.procedure.printSideOpen()).toBe(1);
      expect(stage.log).toContain('only the print side is open');
      expect(stage.ended).toEqual([]);
      expect(stage.timers).toHaveLength(1);
      stage.trouble.clear();
      await runTimers(stage);
      expect(stage.ended).toHaveLength(1);
      expect(stage.procedure.printSideOpen()).toBe(0);
    },
  );

  it('waits longer each time, a minute at most', async () => {
    const vault = newVault();
    const application = wipingApplication(vault);
    const stage = stageOf(vault);
    stage.trouble.set('print-side-purged', 'refuse');
    await stage.procedure.searched(application, CLEAN);
    const waits: number[] = [];
    for (let attempt = 0; attempt < 8; attempt += 1) {
      waits.push(...stage.timers.map(({ milliseconds }) => milliseconds));
      await runTimers(stage);
    }
    expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000]);
  });

  it('may be closed with a reason', async () => {
    const vault = newVault();
    const application = wipingApplication(vault);
    const stage = stageOf(vault);
    stage.trouble.set('print-side-purged', 'refuse');
    await stage.procedure.searched(application, CLEAN);
    expect(stage.procedure.close({ ...CLOSING, reason: 'printer-destroyed' }).ok).toBe(true);
    expect(stage.closed).toMatchObject([{ step: 'print-side-purged' }]);
    expect(vault.wipes.all()).toEqual([]);
  });
});

describe('closing a wipe', () => {
  it('takes a failed one whose key is destroyed, and opens intake without a receipt', async () => {
    const vault = newVault();
    const application = wipingApplication(vault);
    const stage = stageOf(vault);
    await stage.procedure.begin(application);
    await stage.procedure.searched(application, FOUND);
    // Whose it is, for whoever approves that and no other.
    expect(stage.procedure.toClose()).toBe(application);
    expect(stage.procedure.close(CLOSING)).toEqual({ ok: true, value: application });
    expect(stage.procedure.toClose()).toBeNull();
    expect(stage.closed).toEqual([{ step: 'searched', closing: CLOSING }]);
    expect(stage.ended).toEqual([]);
    expect(stage.procedure.failure()).toBeNull();
    expect(stage.procedure.busy()).toBe(false);
    // A timer that was waiting finds nothing to do.
    await runTimers(stage);
    expect(stage.procedure.failure()).toBeNull();
  });

  it('refuses one whose key still exists', async () => {
    const vault = newVault();
    const application = wipingApplication(vault);
    const stage = stageOf(vault);
    stage.trouble.set('key-destroyed', 'refuse');
    await stage.procedure.searched(application, CLEAN);
    expect(stage.procedure.failure()).toMatchObject({ keyDestroyed: false });
    expect(stage.procedure.close(CLOSING)).toEqual({ ok: false, error: { kind: 'key-not-destroyed' } });
    expect(vault.wipes.all()).toHaveLength(1);
  });

  it.each(['session-ended', 'folder-removed'] as const)(
    'refuses one whose step %s is open: nobody would look after what still lives',
    async (step) => {
      const vault = newVault();
      const application = wipingApplication(vault);
      const stage = stageOf(vault);
      stage.trouble.set(step, 'refuse');
      await stage.procedure.searched(application, CLEAN);
      expect(stage.procedure.close(CLOSING)).toEqual({ ok: false, error: { kind: 'session-not-ended' } });
      expect(vault.wipes.all()).toHaveLength(1);
    },
  );

  it('refuses where no wipe has failed', () => {
    const stage = stageOf(newVault());
    expect(stage.procedure.close(CLOSING)).toEqual({ ok: false, error: { kind: 'no-failed-wipe' } });
  });
});

const EVERYTHING: NewHold = {
  ...{ scope: 'all', reason: 'subpoena', since: 5, by: 'Marisol Tidewater', applications: [] },
};

describe('a legal hold that stops wipes', () => {
  it('keeps key, record and print side, ends the session all the same, and lets the wipe go on once lifted', async () => {
    const vault = newVault();
    const application = wipingApplication(vault);
    const stage = stageOf(vault);
    const hold = stage.holds.set(EVERYTHING);
    await stage.procedure.begin(application);
    // What the core searched was alive: it found everything, and that says nothing.
    await stage.procedure.searched(application, FOUND);
    expect(stage.log).toEqual(['worker-ended', 'session-ended', 'folder-removed', 'stopped by a hold']);
    // Others may be served meanwhile.
    expect(stage.procedure.busy()).toBe(false);
    expect([stage.procedure.stopped(), stage.procedure.underWay()]).toEqual([1, 0]);
    expect(vault.find(application)).not.toBeNull();
    expect(vault.wipes.of(application).search).toEqual({ kind: 'not-searched' });
    expect(stage.procedure.failure()).toBeNull();
    expect(stage.ended).toEqual([]);
    stage.holds.lift(hold);
    await stage.procedure.retry();
    expect(vault.find(application)).toBeNull();
    expect(stage.ended).toHaveLength(1);
    expect(stage.procedure.stopped()).toBe(0);
  });

  it('does not stop one whose key is destroyed: there is nothing left to keep', async () => {
    const vault = newVault();
    const application = wipingApplication(vault);
    const stage = stageOf(vault);
    stage.trouble.set('rows-deleted', 'refuse');
    await stage.procedure.begin(application);
    stage.trouble.clear();
    stage.holds.set(EVERYTHING);
    await stage.procedure.searched(application, CLEAN);
    expect(stage.ended).toHaveLength(1);
  });
});
