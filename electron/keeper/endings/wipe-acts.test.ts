import { describe, expect, it } from 'vitest';
import { reached } from '../../../shared/application/lifecycle.test-support.ts';
import { jobId, memberId } from '../../../shared/contract/ids.ts';
import { CARD_PRINTER } from '../../../shared/contract/printer.test-support.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { entriesIn, entriesOf, fullLedger } from '../ledger/entries.test-support.ts';
import { until } from '../sessions/sessions.test-support.ts';
import { signInOnce, startKeeper } from '../start/keeper.test-support.ts';
import type { RunningKeeper } from '../start/run-keeper.ts';
import { connectCore, counter, create } from '../start/scripted-core.test-support.ts';
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
const SET_UP = ['policy-in-force', 'staff-changed', 'staff-changed', 'staff-changed', 'evaluation-began'];

const countsOf = ({ services }: RunningKeeper) => services.countsSoFar.of(services.clock.today());

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
  it('keeps no receipt waiting: its entries rest, and a disk that takes none of them later stops intake', async () => {
    const { keeper, core } = await counter({ log: ['defect in pending ledger entries: Error: disk full'] });
    const { services } = keeper;
    const { application } = await create(core);
    services.vault.setState(application, reached({ kind: 'printed' }));
    const ledger = fullLedger(services);
    expect(await core.call('finish', { outcome: 'issued' })).toMatchObject({ ok: true });
    void core.call('erased', { search: CLEAN });
    await until(() => expect(services.endings.shown().kind).toBe('ended'));
    expect(services.vault.wipes.all()).toEqual([]);
    expect(countsOf(keeper)).toEqual({ issued: 1, spoiled: 0, wiped: 1 });
    const written = ['opened', ...SET_UP];
    expect(entriesIn(services.ledger).map(({ kind }) => kind)).toEqual(written);
    services.outbox.endDay();
    expect(services.outbox.waiting()).toBe(2);
    expect(services.disk.fails()).toBe(true);
    ledger.hasRoom = true;
    services.outbox.flush();
    expect(services.disk.fails()).toBe(false);
    expect(countsOf(keeper)).toEqual({ issued: 1, spoiled: 0, wiped: 1 });
    expect(
      entriesIn(services.ledger)
        .map(({ kind }) => kind)
        .toSorted(),
    ).toEqual([...written, 'erased', 'handoff'].toSorted());
    expect(services.ledger.verify().ok).toBe(true);
  });

  it.each(['before', 'after'])('counts a card once, although a crash came %s its entries', async (when) => {
    const dataFolder = workingFolder();
    const fault: Parameters<typeof faulty>[0] = { act: when === 'before' ? 'conclude' : null, row: null };
    const { keeper, core } = await counter({
      ...{ dataFolder, adjustActs: faulty(fault) },
      log: when === 'before' ? ['defect in wipe step rows-deleted: Error: crashed before the end'] : [],
    });
    const { application } = await create(core);
    keeper.services.vault.setState(application, reached({ kind: 'printed' }));
    await core.call('finish', { outcome: 'issued' });
    void core.call('erased', { search: CLEAN });
    await until(() => expect(fault.row).not.toBeNull());
    if (when === 'after') await until(() => expect(keeper.services.vault.wipes.all()).toEqual([]));
    await keeper.stop();
    const after = await startKeeper({ scripted: true, dataFolder });
    await signInOnce(after);
    expect(countsOf(after)).toEqual({ issued: 1, spoiled: 0, wiped: 1 });
    expect(after.services.vault.wipes.all()).toEqual([]);
  });
});
