import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { wipingAs } from '../../../shared/application/lifecycle.test-support.ts';
import { encodeEntry } from '../../../shared/ledger/encode-entry.ts';
import { long } from '../../../tests/support/sample.ts';
import { NO_INPUT_METHOD } from '../../lib/display/no-input-method.ts';
import { testClock } from '../clock.test-support.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { openLedger, openLedgerToRead } from '../ledger/ledger.ts';
import { policyFile } from '../policy/policy.test-support.ts';
import { livingProcessesOf } from '../sessions/processes.ts';
import type { SessionLaunch } from '../sessions/session.ts';
import { shownOf, until } from '../sessions/sessions.test-support.ts';
import { standInPool } from '../sessions/stand-in-pool.test-support.ts';
import { openVault } from '../vault/open-vault.test-support.ts';
import { newVault } from '../vault/vault.test-support.ts';
import { scriptedSelections } from '../x-display/selections.test-support.ts';
import { CLERK, configurationOf, SECOND_SUPERVISOR, signInOnce, startKeeper } from './keeper.test-support.ts';
import { readMachine } from './keeper-machine.ts';
import { productParts, runLater } from './keeper-parts.ts';
import { runKeeper } from './run-keeper.ts';
import { connectCore, counter, create, signIn } from './scripted-core.test-support.ts';

const parts = { ...productParts(readMachine(process.env)), openSelections: () => scriptedSelections() };
const team = {
  kioskName: 'Counter 3',
  supervisor: { name: 'Marisol', passphrase: 'copper lantern orbit thimble' },
  secondSupervisor: SECOND_SUPERVISOR,
  clerk: CLERK,
};

/** A ledger as a start makes it, before anything was entered. */
function emptyLedger(dataFolder: string): void {
  const ledger = openLedger(join(dataFolder, 'ledger.db'), () => {
    throw new Error('nothing is signed in an empty ledger');
  });
  if (!ledger.ok) throw new Error('no ledger');
  ledger.value.close();
}

describe('the start of a keeper', () => {
  it('leaves a running kiosk alone: sessions, folder and socket', async () => {
    const dataFolder = workingFolder();
    const keeper = await startKeeper({ scripted: true, sessions: 'processes', dataFolder });
    const shown = shownOf(keeper.services.pool);
    const second = await runKeeper(configurationOf({ dataFolder, scripted: true }), parts);
    expect(second).toEqual({ ok: false, error: { file: 'vault', failure: { kind: 'locked' } } });
    expect(livingProcessesOf(shown.pid)).not.toEqual([]);
    expect(existsSync(shown.folder.path)).toBe(true);
    const core = await connectCore(keeper);
    expect(await core.call('getStatus', {})).toMatchObject({ ok: true });
  });

  it.each([
    ['whose sessions die at once', { arguments: ['--fails-at-start'] }, 'node'],
    ['without the runtime', {}, '/nowhere/electron'],
  ])('on a machine %s says that no session starts', async (_what, options, executable) => {
    const configuration = configurationOf({ scripted: true, ...options });
    const electron = { ...configuration.electron, ...(executable === 'node' ? {} : { executable }) };
    const keeper = await runKeeper({ ...configuration, electron }, parts);
    if (!keeper.ok) throw new Error('refused');
    await keeper.value.noSessionStarts;
    expect(keeper.value.services.pool.shown()).toBeNull();
    await keeper.value.stop();
    // Everything is given free: another keeper gets the files.
    newVault(join(configuration.dataFolder, 'vault.db'));
  });

  it('waits for no display once whoever started it is gone, and gives its files free', async () => {
    const configuration = configurationOf({ scripted: true });
    const away = { ...parts, machine: { ...parts.machine, DISPLAY: ':4711' } };
    const keeper = await runKeeper(configuration, away, Promise.resolve());
    if (!keeper.ok) throw new Error('refused');
    expect(keeper.value.services.pool.shown()).toBeNull();
    await keeper.value.stop();
    newVault(join(configuration.dataFolder, 'vault.db'));
  });

  it('hands a session no input method, whatever it was started with', async () => {
    // A keeper that was started on a desktop with one.
    vi.stubEnv('GTK_IM_MODULE', 'ibus');
    vi.stubEnv('XMODIFIERS', '@im=ibus');
    vi.stubEnv('LANG', 'ja_JP.UTF-8');
    const launches: SessionLaunch[] = [];
    const keeper = await runKeeper(configurationOf({ scripted: true }), {
      ...parts,
      machine: readMachine(process.env),
      createPool: (launch, recordPath) => {
        launches.push(launch);
        return standInPool(launch, recordPath);
      },
    });
    if (!keeper.ok) throw new Error('refused');
    await keeper.value.stop();
    // The control: what a session does get of that environment.
    expect(launches).toMatchObject([{ environment: { LANG: 'ja_JP.UTF-8', ...NO_INPUT_METHOD } }]);
  });

  // Also: forgotten.test.ts of the endings, and a power cut at residents’.
  long('removes open applications whose keys died with the keeper before', async () => {
    const dataFolder = workingFolder();
    const keeper = await startKeeper({ scripted: true, dataFolder });
    const core = await connectCore(keeper);
    await signIn(core);
    const { application } = await create(core);
    await core.call('keepAnswers', { sealed: Buffer.from('dead ciphertext') });
    expect(keeper.services.vault.find(application)?.answers).not.toBeNull();
    // Its last word: whoever has ended it asks nobody any more.
    expect(await keeper.stop()).toMatchObject({ open: 1, forgets: 1, endings: 0, held: false });
    const after = await startKeeper({ scripted: true, dataFolder });
    expect(after.services.vault.find(application)).toBeNull();
    expect(after.services.vault.open()).toEqual([]);
    // Nobody is signed in after a restart, and the day's tickets go on.
    const next = await connectCore(after);
    expect(await next.call('create', {})).toMatchObject({ error: { kind: 'not-allowed' } });
    await signIn(next);
    await next.call('confirmTray', {});
    expect((await create(next)).ticket).toBe(2);
  });

  // Also: forgotten.test.ts of the endings, with keys that are sealed.
  long('goes on with a wipe that a crash interrupted, before anybody signs in', async () => {
    const dataFolder = workingFolder();
    const keeper = await startKeeper({ scripted: true, dataFolder });
    const core = await connectCore(keeper);
    await signIn(core);
    const { application } = await create(core);
    // The transaction of the hand-over, and then nothing more.
    keeper.services.vault.beginWipe(application, wipingAs('withdrawn'), {
      counted: null,
      custody: 'memory',
      driver: 'virtual',
      day: '2026-11-24',
    });
    await keeper.stop();
    const after = await startKeeper({ scripted: true, dataFolder });
    // All but the signature, for which somebody has to sign in: until then nothing of it is counted.
    expect(after.services.vault.wipes.all()).toMatchObject([{ outcome: 'withdrawn' }]);
    expect(after.services.outbox.resting()).toEqual([]);
    expect(after.services.vault.find(application)).toBeNull();
    expect(after.services.wipes.busy()).toBe(false);
    expect(after.services.endings.shown()).toEqual({ kind: 'none' });
    expect(after.services.staff.signedIn()).toBeNull();
    await signInOnce(after);
    expect(after.services.vault.wipes.all()).toEqual([]);
    expect(after.services.endings.shown()).toMatchObject({
      kind: 'ended',
      receipt: { day: '2026-11-24', erased: { outcome: 'withdrawn', search: { kind: 'not-searched' } } },
      milliseconds: null,
    });
  });
});

describe('set-up', () => {
  it('happens once, also when it is asked for twice at the same time', async () => {
    const keeper = await startKeeper({ scripted: true });
    const core = await connectCore(keeper);
    const other = {
      ...team,
      kioskName: 'Counter 4',
      supervisor: { name: 'Eve', passphrase: 'willow cactus anthem dinghy' },
    };
    const answers = await Promise.all([core.call('setUp', team), core.call('setUp', other)]);
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
    const kiosk = keeper.services.kiosk.read();
    expect(keeper.services.staff.names()).toContain(kiosk?.name === 'Counter 3' ? 'Marisol' : 'Eve');
    expect(keeper.services.staff.names()).toHaveLength(3);
    // Opened once, and three people added.
    expect(keeper.services.ledger.head()?.sequence).toBe(5);
    expect(await core.call('setUp', team)).toMatchObject({ error: { kind: 'not-now' } });
    expect(await core.call('signIn', CLERK)).toMatchObject({ ok: true });
  });

  it('needs three people', async () => {
    const keeper = await startKeeper({ scripted: true });
    const core = await connectCore(keeper);
    for (const again of [
      { supervisor: CLERK },
      { secondSupervisor: CLERK },
      { secondSupervisor: team.supervisor },
    ])
      expect(await core.call('setUp', { ...team, ...again })).toMatchObject({
        error: { kind: 'name-taken' },
      });
    expect(keeper.services.kiosk.read()).toBeNull();
    expect(await core.call('create', {})).toMatchObject({ error: { kind: 'not-allowed' } });
  });

  it('that a crash cut off between vault and ledger is completed by the next keeper', async () => {
    const dataFolder = workingFolder();
    const vault = openVault(join(dataFolder, 'vault.db'));
    if (!vault.ok) throw new Error('no vault');
    vault.value.database
      .prepare(
        "INSERT INTO kiosk (only_one, identifier, name, custody, ticket_day, last_ticket, policy) VALUES (1, ?, 'Counter 3', 'memory', '2026-11-24', 0, '')",
      )
      .run('c'.repeat(32));
    // In the same transaction: the members that the ledger does not have yet.
    const added = { kind: 'staff-changed', utc: 0, by: 'd'.repeat(32), member: 'd'.repeat(32) } as const;
    vault.value.database
      .prepare('INSERT INTO owed (entry) VALUES (?)')
      .run(encodeEntry({ ...added, act: 'added', role: 'supervisor' }));
    vault.value.database.close();
    // The ledger's file is there before anybody is asked to set up the kiosk.
    emptyLedger(dataFolder);
    const keeper = await startKeeper({ scripted: true, dataFolder });
    // Once somebody has signed in.
    expect(keeper.services.ledger.head()).toBeUndefined();
    keeper.services.custody.unlock(Buffer.alloc(32, 1));
    keeper.services.outbox.flush();
    expect(keeper.services.ledger.head()?.sequence).toBe(3);
  });

  it('does not hide a ledger that was lost: a kiosk that has served has one', async () => {
    const dataFolder = workingFolder();
    const vault = openVault(join(dataFolder, 'vault.db'));
    if (!vault.ok) throw new Error('no vault');
    vault.value.database
      .prepare(
        "INSERT INTO kiosk (only_one, identifier, name, custody, ticket_day, last_ticket, policy) VALUES (1, ?, 'Counter 3', 'memory', '2026-11-24', 7, '')",
      )
      .run('c'.repeat(32));
    vault.value.database.close();
    const started = await runKeeper(configurationOf({ dataFolder, scripted: true }), parts);
    expect(started).toEqual({ ok: false, error: { file: 'ledger', failure: { kind: 'missing' } } });
    expect(existsSync(join(dataFolder, 'ledger.db'))).toBe(false);
    // Nor does an empty one in its place stand in for it.
    emptyLedger(dataFolder);
    expect(await runKeeper(configurationOf({ dataFolder, scripted: true }), parts)).toEqual(started);
    const ledger = openLedgerToRead(join(dataFolder, 'ledger.db'));
    if (!ledger.ok) throw new Error('the ledger is still held');
    expect(ledger.value.head()).toBeUndefined();
    ledger.value.close();
  });
});

it('an application that stays open over midnight is still opened by its ticket', async () => {
  const clock = testClock({ now: Date.UTC(2026, 10, 24, 23, 59) });
  const policyPath = policyFile({ retention: { hours: 8, endOfDay: false } });
  const keeper = await startKeeper({ scripted: true, clock, policyPath });
  const core = await connectCore(keeper);
  await signIn(core);
  const { ticket } = await create(core);
  await core.call('putAside', { fingerprints: null });
  await until(() => expect(keeper.services.occupants.has(core.session.token)).toBe(false));
  clock.advance(2 * 60_000);
  const next = await connectCore(keeper);
  expect(await next.call('getStatus', {})).toMatchObject({ value: { inProgress: [{ ticket }] } });
  expect(await next.call('open', { by: 'ticket', ticket })).toMatchObject({ value: { ticket } });
});

it('looks after an idle screen when that is due, as its other rounds are, and at no moment of its own', async () => {
  const clock = testClock({ now: Date.now() });
  const rounds: (() => unknown)[] = [];
  const { core } = await counter({
    clock,
    later(milliseconds, run, closing) {
      if (milliseconds === 2_000) rounds.push(run);
      else runLater(milliseconds, run, closing);
    },
  });
  clock.advance(5 * 60_000);
  // By its answer whatever was on its way before is here.
  await core.call('getStatus', {});
  core.events.splice(0);
  expect(rounds).not.toEqual([]);
  for (const run of rounds.splice(0)) run();
  await core.call('getStatus', {});
  expect(core.events.map(({ kind }) => kind)).toEqual(['status']);
  // Locked once, it is no news; and the round after is put off already.
  for (const run of rounds.splice(0)) run();
  await core.call('getStatus', {});
  expect(core.events).toHaveLength(1);
  expect(rounds).not.toEqual([]);
});
