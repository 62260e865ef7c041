import { describe, expect, it } from 'vitest';
import { reached, wipingAs } from '../../../shared/application/lifecycle.test-support.ts';
import { long } from '../../../tests/support/sample.ts';
import { testClock } from '../clock.test-support.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { entriesOf } from '../ledger/entries.test-support.ts';
import { until } from '../sessions/sessions.test-support.ts';
import { continueAfterRestart } from '../start/continue-after-restart.ts';
import {
  CLERK,
  fillIn,
  lastFourOf,
  openCounter,
  printAfterReadBack,
  signInOnce,
  startKeeper,
} from '../start/keeper.test-support.ts';
import { connectCore, counter, create, nextCore, photograph } from '../start/scripted-core.test-support.ts';

describe('keys in memory', () => {
  // Also held end to end (tests/e2e/forgotten.e2e.ts).
  long(
    'that ended with their keeper are counted, told, and asked about before anybody new is served',
    async () => {
      const dataFolder = workingFolder();
      const { keeper, core } = await counter({ dataFolder });
      await photograph(core, await create(core));
      await keeper.stop();

      const after = await startKeeper({ dataFolder, scripted: true });
      const next = await connectCore(after);
      await next.call('signIn', CLERK);
      expect(after.services.vault.open()).toEqual([]);
      // It rests as every entry about applicants, and is none that waited to be signed.
      expect(entriesOf(after).at(-1)).toMatchObject({
        ...{ kind: 'forgotten', applications: 1, cards: 0, cause: 'keeper-ended' },
      });
      expect(after.services.outbox.resting()).toHaveLength(1);
      expect(entriesOf(after).map(({ kind }) => kind)).not.toContain('waited');
      expect(await next.call('getStatus', {})).toMatchObject({
        value: { trayCheck: { cause: 'keeper-ended', applications: 1, cards: 0 } },
      });
      expect(await next.call('create', {})).toEqual({ ok: false, error: { kind: 'tray-unchecked' } });
      await next.call('confirmTray', {});
      await create(next);
    },
  );

  it('that a power cut took are told as such, with the cards that may lie in the tray', async () => {
    const dataFolder = workingFolder();
    const clock = testClock({ now: Date.now() });
    const { keeper, core } = await counter({ dataFolder, clock });
    const { application } = await create(core);
    keeper.services.vault.setState(application, reached({ kind: 'printed' }));
    await keeper.stop();
    clock.reboot({ offMilliseconds: 600_000, wallMovedBy: 0 });

    const after = await startKeeper({ dataFolder, scripted: true, clock });
    expect(after.services.trayChecks.pending()).toEqual({ cause: 'power-lost', applications: 1, cards: 1 });
    await after.stop();
    // Told once, asked until somebody has looked.
    const third = await startKeeper({ dataFolder, scripted: true, clock });
    expect(third.services.trayChecks.pending()).toEqual({ cause: 'power-lost', applications: 1, cards: 1 });
    await signInOnce(third);
    expect(entriesOf(third).filter(({ kind }) => kind === 'forgotten')).toHaveLength(1);
  });

  it('keep no erasure waiting where the disk takes no note of them', async () => {
    const { keeper, core } = await counter();
    const erased = await create(core);
    await core.call('putAside', { fingerprints: null });
    const lost = await create(await nextCore(keeper, core));
    const { services } = keeper;
    const { vault, custody, trayChecks } = services;
    custody.destroy(lost.application);
    vault.beginWipe(erased.application, wipingAs('denied'), {
      ...{ counted: null, custody: 'memory', driver: 'virtual', day: '2026-11-24' },
    });
    const add = (): never => {
      throw new Error('disk full');
    };
    const start = continueAfterRestart({ ...services, trayChecks: { ...trayChecks, add } });
    await expect(start).rejects.toThrow('disk full');
    expect([vault.find(erased.application), custody.has(erased.application)]).toEqual([null, false]);
    expect(vault.open().map(({ id }) => id)).toEqual([lost.application]);
  });
});

describe('keys that are sealed', () => {
  it('wait for a passphrase after a restart, and nothing is lost', async () => {
    const dataFolder = workingFolder();
    const { keeper, core } = await counter({ dataFolder, custody: 'sealed' });
    const opened = await create(core);
    await photograph(core, opened);
    await keeper.stop();

    const after = await startKeeper({ dataFolder, scripted: true });
    expect(after.services.custody.kindOf(opened.application)).toBe('sealed');
    expect(after.services.custody.open(opened.application)).toEqual({ ok: false, error: { kind: 'locked' } });
    expect(after.services.trayChecks.pending()).toBeNull();
    const next = await connectCore(after);
    await next.call('signIn', CLERK);
    const again = await next.call('open', { by: 'ticket', ticket: opened.ticket });
    expect(again).toMatchObject({ ok: true, value: { snapshot: { state: 'photographed' } } });
  });

  it('are destroyed by a wipe that goes on with nobody signed in', async () => {
    const dataFolder = workingFolder();
    const { keeper, core } = await counter({ dataFolder, custody: 'sealed' });
    const { application } = await create(core);
    keeper.services.vault.beginWipe(application, wipingAs('denied'), {
      counted: null,
      custody: 'sealed',
      driver: 'virtual',
      day: '2026-11-24',
    });
    await keeper.stop();
    const after = await startKeeper({ dataFolder, scripted: true });
    expect(after.services.custody.has(application)).toBe(false);
    // Its receipt waits to be signed, and that is no failure. Until then its row stays, and nothing of it rests.
    const { wipes, disk, kioskKey, outbox, vault } = after.services;
    expect([wipes.busy(), wipes.failure(), disk.fails()]).toEqual([false, null, false]);
    expect([kioskKey.state(), vault.wipes.all().length, outbox.resting()]).toEqual(['locked', 1, []]);
    await signInOnce(after);
    expect([vault.wipes.all(), outbox.waiting()]).toEqual([[], 0]);
    expect(entriesOf(after)).toContainEqual(expect.objectContaining({ kind: 'erased', outcome: 'denied' }));
  });
});

describe('before go-live', () => {
  it('nobody may begin until a supervisor has decided where keys are kept', async () => {
    const { keeper, core } = await counter({ custody: null });
    expect(await core.call('getStatus', {})).toMatchObject({
      value: { custody: null, intake: { kind: 'undecided' } },
    });
    expect(await core.call('create', {})).toEqual({ ok: false, error: { kind: 'custody-undecided' } });
    expect(await core.call('decideCustody', { custody: 'sealed', inSpiteOf: [] })).toEqual({
      ok: false,
      error: { kind: 'not-allowed' },
    });
    expect(keeper.services.kiosk.read()?.custody).toBeNull();
  });
});

it('a card that was under way in a restart is asked about, and a printed one is still found by its number', async () => {
  const dataFolder = workingFolder();
  const { keeper, page } = await openCounter({ dataFolder, custody: 'sealed', secondsPerFace: 0 });
  await fillIn(page);
  await printAfterReadBack(page);
  await page.waitForCard();
  const lastFour = await lastFourOf(page);
  await page.does('putAside', {});
  await until(() => expect(keeper.services.pool.shown()).not.toBe(page.session));
  const [printed] = keeper.services.vault.open();
  if (printed === undefined) throw new Error('nothing is open');
  await keeper.stop();

  const { keeper: after, page: next } = await openCounter({ dataFolder });
  expect(after.services.vault.find(printed.id)?.state).toBe('printed');
  await next.does('openByCard', { characters: lastFour });
  expect((await next.application()).cardIdentified).toBe(true);
  // As a crash in the middle of printing would have left it.
  await next.does('putAside', {});
  await until(() => expect(after.services.occupants.has(next.session.token)).toBe(false));
  after.services.vault.setState(printed.id, reached({ kind: 'printing', card: 'expected' }));
  await after.stop();
  const third = await startKeeper({ dataFolder, scripted: true });
  expect(third.services.vault.find(printed.id)).toMatchObject({
    state: 'printing-doubtful',
    stage: 'failed',
  });
});
