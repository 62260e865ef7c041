import { describe, expect, it } from 'vitest';
import { testClock } from '../clock.test-support.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { entriesOf } from '../ledger/entries.test-support.ts';
import { until } from '../sessions/sessions.test-support.ts';
import { CLERK, SUPERVISOR, startKeeper } from '../start/keeper.test-support.ts';
import { connectCore, counter, create, nextCore } from '../start/scripted-core.test-support.ts';

const done = { ok: true, value: {} };
const refused = (error: object) => ({ ok: false, error });
const bySupervisor = { reason: 'subpoena', ...SUPERVISOR } as const;

/** A kiosk with one application set aside; the supervisor is locked out, and nobody is signed in. */
async function lockedOut(custody: 'memory' | 'sealed' = 'memory') {
  const clock = testClock({ now: Date.now() });
  const dataFolder = workingFolder();
  const options = { custody, clock, dataFolder } as const;
  const { keeper, core: first } = await counter(options);
  const { application } = await create(first);
  await first.call('putAside', { fingerprints: null });
  const core = await nextCore(keeper, first);
  const supervisor = keeper.services.staff.members().find(({ name }) => name === SUPERVISOR.name)?.member;
  keeper.services.vault.database
    .prepare('INSERT INTO wrong_passphrases VALUES (?, 10, 1e15)')
    .run(supervisor);
  await core.call('signOut', {});
  return { keeper, core, clock, application, supervisor, options };
}

describe('a supervisor who is locked out', () => {
  it('sets a hold on everything with nobody signed in, and is no more let in than before', async () => {
    const { keeper, core, application, supervisor } = await lockedOut();
    const { holds, custody, staff } = keeper.services;
    expect(await core.call('signIn', SUPERVISOR)).toMatchObject(refused({ kind: 'locked-out' }));
    expect(await core.call('setHold', { reason: 'subpoena', tickets: null })).toEqual(
      refused({ kind: 'not-allowed' }),
    );
    expect(await core.call('setHoldByPassphrase', bySupervisor)).toEqual(done);
    expect(holds.all()).toMatchObject([
      { scope: 'all', reason: 'subpoena', set_by: SUPERVISOR.name, frozen: 1 },
    ]);
    expect(entriesOf(keeper).at(-1)).toMatchObject({ kind: 'hold-set', by: supervisor, scope: 'all' });
    // Also what a power cut would take.
    expect(custody.kindOf(application)).toBe('sealed');
    expect(staff.signedIn()).toBeNull();
    expect(await core.call('signIn', SUPERVISOR)).toMatchObject(refused({ kind: 'locked-out' }));
    expect(await core.call('signIn', CLERK)).toEqual(done);
    expect(await core.call('create', {})).toEqual(refused({ kind: 'intake-held' }));
  });

  it('sets one after a restart, where nobody has signed in yet', async () => {
    const before = await lockedOut('sealed');
    await before.keeper.stop();
    const keeper = await startKeeper({ scripted: true, ...before.options });
    const core = await connectCore(keeper);
    expect(keeper.services.custody.unlocked()).toBe(false);
    expect(keeper.services.kioskKey.state()).toBe('locked');
    expect(await core.call('setHoldByPassphrase', bySupervisor)).toEqual(done);
    expect(keeper.services.holds.all()).toMatchObject([{ scope: 'all', frozen: 1, unsealed: 0 }]);
    // It brought the device key, under which keys of the kept are sealed: so its entry is signed at once.
    expect([keeper.services.kioskKey.state(), keeper.services.staff.signedIn()]).toEqual(['ready', null]);
    expect(entriesOf(keeper)).toContainEqual(expect.objectContaining({ kind: 'hold-set', scope: 'all' }));
    expect(keeper.services.outbox.waiting()).toBe(0);
  });

  it('sets one that did not wait: it comes behind what did, and is not counted with it', async () => {
    const before = await lockedOut('sealed');
    await before.keeper.stop();
    const keeper = await startKeeper({ scripted: true, ...before.options });
    const waited = { kind: 'clock-moved', utc: 1, direction: 'back', minutes: 5 } as const;
    keeper.services.outbox.record(() => waited);
    // The control: nobody has signed in, so it waits.
    expect(keeper.services.outbox.waiting()).toBe(1);
    const head = keeper.services.ledger.head()?.sequence ?? 0;
    expect(await (await connectCore(keeper)).call('setHoldByPassphrase', bySupervisor)).toEqual(done);
    const since = [...keeper.services.ledger.since(head)].filter(({ kind }) => kind !== 'key-rolled');
    expect(since).toMatchObject([waited, { kind: 'waited', count: 1 }, { kind: 'hold-set' }]);
  });

  it('sets one on a clerk’s locked screen, whose application is turned away from it', async () => {
    const { keeper, core } = await lockedOut();
    await core.call('signIn', CLERK);
    const { application } = await create(core);
    await core.call('lock', {});
    expect(await core.call('setHoldByPassphrase', bySupervisor)).toEqual(done);
    await until(() => expect(keeper.services.holds.verdict(application, null).kind).not.toBe('free'));
    expect(keeper.services.vault.find(application)?.state).toBe('draft');
  });

  it('waits for 30 seconds at most, whoever types wrong ones before', async () => {
    const { keeper, core, clock } = await lockedOut();
    const wrong = { ...bySupervisor, passphrase: 'wrong' };
    const waits: number[] = [];
    for (let tried = 1; tried <= 12; tried += 1) {
      const answer = await core.call('setHoldByPassphrase', wrong);
      if (answer.ok || answer.error.kind !== 'wrong-passphrase') throw new Error(JSON.stringify(answer));
      waits.push(answer.error.waitSeconds);
      clock.advance(answer.error.waitSeconds * 1000);
    }
    expect(waits).toEqual([0, 0, 5, 10, 20, 30, 30, 30, 30, 30, 30, 30]);
    await core.call('setHoldByPassphrase', wrong);
    expect(await core.call('setHoldByPassphrase', bySupervisor)).toEqual(
      refused({ kind: 'too-many-attempts', waitSeconds: 30 }),
    );
    clock.advance(30_000);
    expect(await core.call('setHoldByPassphrase', bySupervisor)).toEqual(done);
    expect(entriesOf(keeper).filter(({ kind }) => kind === 'locked-out')).toEqual([]);
  });
});

it('nobody but a supervisor sets one by a passphrase, and not where an applicant has the screen', async () => {
  const { keeper, core } = await lockedOut();
  expect(await core.call('setHoldByPassphrase', { reason: 'subpoena', ...CLERK })).toEqual(
    refused({ kind: 'wrong-passphrase', waitSeconds: 0 }),
  );
  await core.call('signIn', CLERK);
  keeper.services.kiosk.setResidentSetting('self-service');
  keeper.services.residentScreen.give('en');
  expect(await core.call('setHoldByPassphrase', bySupervisor)).toEqual(refused({ kind: 'not-allowed' }));
  expect(keeper.services.holds.all()).toEqual([]);
});
