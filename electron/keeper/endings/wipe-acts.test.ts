import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reached } from '../../../shared/application/lifecycle.test-support.ts';
import { jobId, memberId } from '../../../shared/contract/ids.ts';
import { CARD_PRINTER } from '../../../shared/contract/printer.test-support.ts';
import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { entriesOf, fullLedger } from '../ledger/entries.test-support.ts';
import { openLedger } from '../ledger/ledger.ts';
import { createPendingEntries } from '../outbox/pending-entries.ts';
import { until } from '../sessions/sessions.test-support.ts';
import { DELIVERY, deviceKeyOf, signingKeyIn } from '../signing/signing.test-support.ts';
import { signInOnce, startKeeper } from '../start/keeper.test-support.ts';
import type { RunningKeeper } from '../start/run-keeper.ts';
import { connectCore, counter, create } from '../start/scripted-core.test-support.ts';
import { openVault } from '../vault/open-vault.test-support.ts';
import type { WipeRow } from '../vault/rows.ts';
import type { WipeActs } from '../wipe/wipe-parts.ts';
import { CLEAN } from '../wipe/wipe-procedure.test-support.ts';

/** Puts faults between the keeper's real acts and the procedure, and lets each wipe row be seen at its end. */
function faulty(fault: { act: keyof WipeActs | null; row: WipeRow | null }): (acts: WipeActs) => WipeActs {
  return (acts) => ({
    ...acts,
    destroyKey: (application) => fault.act !== 'destroyKey' && acts.destroyKey(application),
    conclude(wipe) {
      fault.row = wipe;
      if (fault.act === 'conclude') throw new Error('crashed before the end');
      return acts.conclude(wipe);
    },
  });
}

/** Two people were added and one of them decided the custody. */
const SET_UP = ['policy-in-force', 'staff-changed', 'staff-changed', 'evaluation-began'];

const countsOf = ({ services }: RunningKeeper) => services.ledger.counts(services.clock.today());

describe('a wipe that cannot be proven', () => {
  it('locks intake for everybody who looks, is in the ledger, and unlocks when it is proven', async () => {
    const fault: Parameters<typeof faulty>[0] = { act: 'destroyKey', row: null };
    const { keeper, core } = await counter({ adjustActs: faulty(fault) });
    const { application } = await create(core);
    await core.call('finish', { outcome: 'withdrawn' });
    void core.call('erased', { search: CLEAN });
    await until(() => expect(keeper.services.wipes.failure()?.step).toBe('key-destroyed'));
    await until(() => expect(keeper.services.pool.shown()).not.toBe(core.session));
    const next = await connectCore(keeper);
    expect(await next.call('getStatus', {})).toMatchObject({
      value: { intake: { kind: 'locked', step: 'key-destroyed' }, lastEnding: { kind: 'erasing' } },
    });
    expect(await next.call('create', {})).toEqual({
      ok: false,
      error: { kind: 'intake-locked', step: 'key-destroyed' },
    });
    expect(entriesOf(keeper).map(({ kind }) => kind)).toEqual(['opened', ...SET_UP, 'locked']);
    expect(countsOf(keeper).wiped).toBe(0);
    expect(keeper.services.custody.has(application)).toBe(true);
    fault.act = null;
    await next.call('retryWipe', {});
    expect(await next.call('getStatus', {})).toMatchObject({
      value: { intake: { kind: 'open' }, lastEnding: { kind: 'ended' } },
    });
    expect(keeper.services.custody.has(application)).toBe(false);
    expect(countsOf(keeper).wiped).toBe(1);
    await create(next);
  });

  it.each([{ ...CLEAN, hits: 2 }, { kind: 'void' } as const])(
    'by its search stays locked, also for the next keeper (%j)',
    async (search) => {
      const dataFolder = workingFolder();
      const { keeper, core } = await counter({ dataFolder });
      await create(core);
      await core.call('finish', { outcome: 'withdrawn' });
      void core.call('erased', { search });
      await until(() => expect(keeper.services.wipes.failure()?.step).toBe('searched'));
      await keeper.stop();
      const after = await startKeeper({ scripted: true, dataFolder });
      expect(after.services.wipes.failure()?.step).toBe('searched');
      expect(countsOf(after).wiped).toBe(0);
    },
  );

  it('keeps "start" away also while it is still under way, whatever happened on the screen', async () => {
    const { keeper, core } = await counter();
    await create(core);
    await core.call('finish', { outcome: 'withdrawn' });
    await until(() => expect(keeper.services.pool.shown()).not.toBe(core.session));
    keeper.services.endings.over();
    const next = await connectCore(keeper);
    expect(await next.call('create', {})).toMatchObject({ error: { kind: 'not-now' } });
    void core.call('erased', { search: CLEAN });
    await until(() => expect(keeper.services.vault.wipes.all()).toEqual([]));
    await create(next);
  });

  it('leaves no row of its jobs, once a supervisor closes it', async () => {
    const { keeper, core } = await counter({
      adjustActs: (acts) => ({ ...acts, purgePrintSide: () => Promise.resolve(null) }),
    });
    const { jobRows, wipes } = keeper.services;
    const { application } = await create(core);
    jobRows.begin({ name: jobId.parse('e'.repeat(32)), application, printer: CARD_PRINTER });
    await core.call('finish', { outcome: 'withdrawn' });
    void core.call('erased', { search: CLEAN });
    await until(() => expect(wipes.printSideOpen()).toBe(1));
    expect(jobRows.all()).toHaveLength(1);
    const closing = { by: memberId.parse('c'.repeat(32)), reason: 'printer-destroyed' } as const;
    expect(wipes.close(closing).ok).toBe(true);
    expect(jobRows.all()).toEqual([]);
  });

  it('is not "ended" by a core that reports before anything was finished', async () => {
    const { keeper, core } = await counter();
    await create(core);
    expect(await core.call('erased', { search: CLEAN })).toMatchObject({ error: { kind: 'not-now' } });
    expect(keeper.services.vault.open()).toHaveLength(1);
  });
});

describe('the ledger', () => {
  it('counts a card once, although the first attempt to write it failed, and shows no receipt before', async () => {
    const { keeper, core } = await counter({
      log: ['wipe step rows-deleted', 'pending ledger entries'].map(
        (where) => `defect in ${where}: Error: disk full`,
      ),
    });
    const { services } = keeper;
    const { application } = await create(core);
    services.vault.setState(application, reached({ kind: 'printed' }));
    const ledger = fullLedger(services);
    expect(await core.call('finish', { outcome: 'issued' })).toMatchObject({ ok: true });
    void core.call('erased', { search: CLEAN });
    await until(() => expect(services.wipes.failure()).not.toBeNull());
    expect(countsOf(keeper)).toEqual({ issued: 0, spoiled: 0, wiped: 0 });
    expect(services.vault.wipes.all()).toMatchObject([{ concluded: 1 }]);
    // Proven, and only not written yet: there is nothing that a supervisor could close.
    expect(services.wipes.close({ by: memberId.parse('c'.repeat(32)), reason: 'disk-replaced' })).toEqual({
      ok: false,
      error: { kind: 'no-failed-wipe' },
    });
    ledger.hasRoom = true;
    await services.wipes.retry();
    expect(countsOf(keeper)).toEqual({ issued: 1, spoiled: 0, wiped: 1 });
    expect(entriesOf(keeper).map(({ kind }) => kind)).toEqual([
      'opened',
      ...SET_UP,
      'issued',
      'wiped',
      'locked',
      'unlocked',
    ]);
    expect(services.ledger.verify().ok).toBe(true);
    expect(services.vault.wipes.all()).toEqual([]);
  });

  it.each(['before', 'after'])('counts a card once, although a crash came %s its entries', async (when) => {
    const dataFolder = workingFolder();
    const fault: Parameters<typeof faulty>[0] = { act: 'conclude', row: null };
    const { keeper, core } = await counter({
      ...{ dataFolder, adjustActs: faulty(fault) },
      log: ['defect in wipe step rows-deleted: Error: crashed before the end'],
    });
    const { application } = await create(core);
    keeper.services.vault.setState(application, reached({ kind: 'printed' }));
    await core.call('finish', { outcome: 'issued' });
    void core.call('erased', { search: CLEAN });
    await until(() => expect(fault.row).not.toBeNull());
    const deviceKey = deviceKeyOf(keeper);
    await keeper.stop();

    // The crash: the entries are pending with the row that says so; the ledger has them, or does not.
    const vault = openVault(join(dataFolder, 'vault.db'));
    const key = signingKeyIn(dataFolder, deviceKey);
    const ledger = openLedger(join(dataFolder, 'ledger.db'), () => key);
    if (!vault.ok || !ledger.ok || fault.row === null) throw new Error('cannot look');
    const day = keeper.services.clock.today();
    const rest = { files: 12, bytes: 9000, hits: 0, processesEnded: 1, spool: 'kept-nothing' } as const;
    const entries: readonly LedgerEntry[] = [
      { kind: 'issued', day, printer: 'virtual', attempts: 1 },
      { kind: 'wiped', day, outcome: 'issued', custody: 'memory', search: 'searched', ...rest },
    ];
    createPendingEntries({ ...vault.value, ...DELIVERY, ledger: ledger.value }, () => null).enqueue(entries);
    vault.value.wipes.setConcluded(fault.row.id);
    if (when === 'after') ledger.value.appendAll(entries);
    ledger.value.close();
    vault.value.database.close();

    const after = await startKeeper({ scripted: true, dataFolder });
    await signInOnce(after);
    expect(countsOf(after)).toEqual({ issued: 1, spoiled: 0, wiped: 1 });
    expect(after.services.vault.wipes.all()).toEqual([]);
  });
});
