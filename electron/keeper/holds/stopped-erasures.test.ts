import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reached } from '../../../shared/application/lifecycle.test-support.ts';
import type { CustodyKind } from '../../../shared/contract/custody.ts';
import { testClock } from '../clock.test-support.ts';
import { RECORDS } from '../data-folder/kiosk-files.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { entriesOf } from '../ledger/entries.test-support.ts';
import { policyFile } from '../policy/policy.test-support.ts';
import { until } from '../sessions/sessions.test-support.ts';
import { SUPERVISOR, signInOnce, startKeeper } from '../start/keeper.test-support.ts';
import { problemAtStart } from '../start/refused-start.test-support.ts';
import { counter, create, nextCore } from '../start/scripted-core.test-support.ts';
import { createHoldsBesideVault } from './holds-beside-vault.ts';

const NOON = Date.UTC(2026, 10, 24, 12);

/** A kiosk, and an erasure that has begun and not yet destroyed its key. */
async function erasing(custody: CustodyKind = 'memory') {
  const clock = testClock({ now: Date.now() });
  const policyPath = policyFile({ hold: { wipeBegun: 'stop' } });
  const options = { dataFolder: workingFolder(), policyPath, custody, clock };
  const { keeper, core } = await counter(options);
  const { application } = await create(core);
  await core.call('putAside', { fingerprints: null });
  const next = await nextCore(keeper, core);
  await next.call('signIn', SUPERVISOR);
  keeper.services.beginWipe(application, reached({ kind: 'withdrawn' }));
  expect(keeper.services.custody.kindOf(application)).toBe(custody);
  return { options, keeper, next, application };
}

describe('an erasure that a legal hold stopped', () => {
  it.each([
    ['stays, with its key, at a start that finds such a hold beside the vault', true],
    ['is finished at a start that finds none', false],
  ])('%s', async (_what, isNoted) => {
    const { options, keeper, application } = await erasing('sealed');
    const { dataFolder } = options;
    const kiosk = keeper.services.kiosk.read()?.identifier ?? null;
    await keeper.stop();
    // As one that was set in another vault, while files did not fit.
    if (isNoted)
      createHoldsBesideVault(join(dataFolder, RECORDS.holds), [], () => kiosk).note({
        ...{ kind: 'hold-set', utc: NOON, by: 'aa'.repeat(16), hold: '01'.repeat(16), scope: 'all' },
        ...{ reason: 'subpoena', applications: 0, sealed: 0, unsealed: 0 },
      });
    const { keeper: after, core } = await counter(options);
    await core.call('signIn', SUPERVISOR);
    const { vault, custody, wipes } = after.services;
    await wipes.retry();
    await until(() => expect(vault.wipes.all().length).toBe(isNoted ? 1 : 0));
    expect(custody.has(application)).toBe(isNoted);
    expect(custody.open(application).ok).toBe(isNoted);
  });

  it('has its key sealed by the hold: a restart loses nothing, and once it is lifted its key is gone from the disk', async () => {
    const { options, keeper, next, application } = await erasing();
    expect((await next.call('setHold', { reason: 'subpoena', tickets: null })).ok).toBe(true);
    expect(keeper.services.custody.kindOf(application)).toBe('sealed');
    expect(entriesOf(keeper).slice(-2)).toMatchObject([
      { kind: 'hold-set', applications: 1, sealed: 1, unsealed: 0 },
      { kind: 'wipe-stopped', applications: 1 },
    ]);
    await keeper.stop();

    const { keeper: after, core: again } = await counter(options);
    await again.call('signIn', SUPERVISOR);
    const { vault, custody, holds, wipes, trayChecks } = after.services;
    expect(trayChecks.pending()).toBeNull();
    expect(custody.open(application).ok).toBe(true);
    expect(await again.call('getStatus', {})).toMatchObject({
      value: { holds: [{ stopped: { all: 1, inMemory: 0, alone: 1 } }] },
    });
    for (const { identifier } of holds.all()) holds.lift(identifier);
    await wipes.retry();
    await until(() => expect(vault.wipes.all()).toEqual([]));
    expect(custody.has(application)).toBe(false);
    expect(entriesOf(after)).toContainEqual(
      expect.objectContaining({ kind: 'erased', outcome: 'withdrawn' }),
    );
  });

  it('is entered as what stopped it alone: a second hold neither stopped it nor moved its key', async () => {
    const { keeper, next } = await erasing();
    for (const reason of ['subpoena', 'court-order'] as const)
      expect((await next.call('setHold', { reason, tickets: null })).ok).toBe(true);
    const entries = entriesOf(keeper).filter(({ kind }) => kind === 'hold-set' || kind === 'wipe-stopped');
    expect(entries).toMatchObject([
      { kind: 'hold-set', applications: 1, sealed: 1 },
      { kind: 'wipe-stopped', applications: 1 },
      { kind: 'hold-set', applications: 0, sealed: 0, unsealed: 0 },
    ]);
  });

  it('does not start without the file that has its key', async () => {
    const { options, keeper, next } = await erasing();
    await next.call('setHold', { reason: 'subpoena', tickets: null });
    await keeper.stop();
    rmSync(join(options.dataFolder, 'keys.slots'));
    expect(await problemAtStart(options)).toMatchObject({ kind: expect.stringContaining('missing') });
  });

  it('and whose key was in memory only is told as lost after a power cut, once, and goes on', async () => {
    const { options, keeper, application } = await erasing();
    // As on a disk that can't seal keys.
    const hold = keeper.services.holds.set({
      ...{ scope: 'all', reason: 'subpoena', since: 1, by: 'Marisol Tidewater', applications: [] },
    });
    await keeper.stop();
    options.clock.reboot({ offMilliseconds: 600_000, wallMovedBy: 0 });

    const after = await startKeeper({ ...options, scripted: true });
    expect(after.services.vault.find(application)).toBeNull();
    // Nobody waits at the counter for one that had ended.
    expect(after.services.trayChecks.pending()).toBeNull();
    // What was forgotten rests; what staff did by their hold waits.
    expect(after.services.outbox.waiting()).toBe(1);
    await after.stop();
    const third = await startKeeper({ ...options, scripted: true });
    await signInOnce(third);
    const told = entriesOf(third);
    for (const entry of [
      { kind: 'forgotten', applications: 1, cards: 0, cause: 'power-lost' },
      { kind: 'wipe-continued', hold, applications: 1 },
      { kind: 'erased', outcome: 'withdrawn' },
      { kind: 'waited', count: 1 },
    ])
      expect(told).toContainEqual(expect.objectContaining(entry));
    expect(entriesOf(third).filter(({ kind }) => kind === 'forgotten')).toHaveLength(1);
  });
});
