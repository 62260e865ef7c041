import { describe, expect, it } from 'vitest';
import { memberId } from '../../../shared/contract/ids.ts';
import { entriesOf } from '../ledger/entries.test-support.ts';
import { CLERK, SUPERVISOR, startKeeper } from '../start/keeper.test-support.ts';
import { connectCore, counter, create } from '../start/scripted-core.test-support.ts';

const done = { ok: true, value: {} };
const refused = (kind: string) => ({ ok: false, error: { kind } });
const notAllowed = refused('not-allowed');
const NEXT = 'walnut harpoon tundra fiddle';
const GIVEN = 'marble ticket harvest violin';
const OCTAVIA = { name: 'Octavia Farthing', role: 'it', passphrase: GIVEN } as const;

/** The clerk is signed in. What the ledger and the list of members say, by name. */
async function services() {
  const { keeper, core } = await counter({ custody: null });
  const { staff, vault } = keeper.services;
  const idOf = (name: string): string => {
    const found = staff.members().find((member) => member.name === name);
    if (found === undefined) throw new Error(`nobody is called ${name}`);
    return found.member;
  };
  return { keeper, core, staff, database: vault.database, idOf };
}

describe('set-up', () => {
  it('opens the ledger with its two members, and takes place once', async () => {
    const { keeper, core, idOf } = await services();
    const by = idOf(SUPERVISOR.name);
    const added = { kind: 'staff-changed', by, act: 'added' };
    expect(entriesOf(keeper)).toMatchObject([
      { kind: 'opened' },
      { kind: 'policy-in-force' },
      { ...added, member: by, role: 'supervisor' },
      { ...added, member: idOf(CLERK.name), role: 'clerk' },
    ]);
    const again = { kioskName: 'Counter 4', supervisor: SUPERVISOR, clerk: CLERK };
    expect(await core.call('setUp', again)).toEqual(refused('not-now'));
  });
});

describe('a passphrase that was given', () => {
  it('lets its owner do nothing but choose another one', async () => {
    const { keeper, core, idOf } = await services();
    const member = keeper.services.staff.members().find(({ role }) => role === 'clerk')?.member;
    if (member === undefined) throw new Error('there is no clerk');
    expect(await core.call('resetPassphrase', { member, passphrase: GIVEN })).toEqual(notAllowed);
    await core.call('signIn', SUPERVISOR);
    expect(await core.call('resetPassphrase', { member, passphrase: GIVEN })).toEqual(done);
    expect(await core.call('signIn', { name: CLERK.name, passphrase: `${GIVEN}\n` })).toEqual(done);
    expect(await core.call('create', {})).toEqual(notAllowed);
    expect(await core.call('members', {})).toEqual(notAllowed);
    expect(await core.call('changePassphrase', { present: GIVEN, next: 'clerk' })).toEqual(
      refused('weak-passphrase'),
    );
    expect(await core.call('changePassphrase', { present: GIVEN, next: NEXT })).toEqual(done);
    expect(await core.call('create', {})).toEqual(refused('custody-undecided'));
    expect(entriesOf(keeper).slice(4)).toMatchObject([
      { kind: 'staff-changed', by: idOf(SUPERVISOR.name), member, act: 'passphrase-reset', role: 'clerk' },
      { kind: 'staff-changed', by: member, member, act: 'passphrase-changed', role: 'clerk' },
    ]);
  });

  it('is changed by nobody who is not signed in', async () => {
    const { core } = await services();
    const change = { present: CLERK.passphrase, next: NEXT };
    await core.call('lock', {});
    expect(await core.call('changePassphrase', change)).toEqual(notAllowed);
    await core.call('signIn', CLERK);
    await core.call('signOut', {});
    expect(await core.call('changePassphrase', change)).toEqual(notAllowed);
  });
});

describe('a supervisor at the clerk’s screen', () => {
  it('approves one act, once, also when it is asked for twice at the same time', async () => {
    const { keeper, core, staff, idOf } = await services();
    expect(await core.call('addMember', OCTAVIA)).toEqual(notAllowed);
    expect(await core.call('approve', { act: 'addMember', ...CLERK })).toEqual(
      refused('not-a-second-person'),
    );
    expect(await core.call('approve', { act: 'addMember', ...SUPERVISOR })).toEqual(done);
    const status = await core.call('getStatus', {});
    expect(status).toMatchObject({
      value: { approval: { act: 'addMember', by: SUPERVISOR.name }, staff: { role: 'clerk' } },
    });
    expect(await core.call('members', {})).toEqual(notAllowed);
    const answers = await Promise.all([
      core.call('addMember', OCTAVIA),
      core.call('addMember', { ...OCTAVIA, name: 'Peregrine Oddfellow' }),
    ]);
    expect(answers).toEqual([done, notAllowed]);
    expect(staff.names()).toEqual([CLERK.name, SUPERVISOR.name, OCTAVIA.name]);
    expect(staff.approvalFor(core.session.token)).toBeNull();
    expect(entriesOf(keeper).at(-1)).toMatchObject({
      by: idOf(SUPERVISOR.name),
      member: idOf(OCTAVIA.name),
      role: 'it',
    });
  });

  it('may withdraw it', async () => {
    const { core } = await services();
    await core.call('approve', { act: 'addMember', ...SUPERVISOR });
    expect(await core.call('withdrawApproval', {})).toEqual(done);
    expect(await core.call('addMember', OCTAVIA)).toEqual(notAllowed);
  });
});

it('two people are two passphrases: who adds a supervisor, or gives one a new passphrase, can have both, and the ledger tells of that', async () => {
  const { keeper, core, idOf } = await services();
  await core.call('signIn', SUPERVISOR);
  await core.call('addMember', { ...OCTAVIA, role: 'supervisor' });
  const octavia = idOf(OCTAVIA.name);
  /** One person does all of it, at one screen. */
  const becomesTwo = async (given: string, own: string) => {
    await core.call('signIn', { name: OCTAVIA.name, passphrase: given });
    expect(await core.call('changePassphrase', { present: given, next: own })).toEqual(done);
    await core.call('signIn', SUPERVISOR);
    const approved = await core.call('approve', {
      act: 'destroyRibbon',
      name: OCTAVIA.name,
      passphrase: own,
    });
    expect(approved).toEqual(done);
  };
  await becomesTwo(GIVEN, NEXT);
  const again = 'lantern cobalt meadow sprocket';
  expect(await core.call('resetPassphrase', { member: memberId.parse(octavia), passphrase: again })).toEqual(
    done,
  );
  await becomesTwo(again, 'copper thistle gondola ember');
  const told = entriesOf(keeper).filter(
    (entry) => entry.kind === 'staff-changed' && entry.member === octavia,
  );
  expect(told).toMatchObject([
    { act: 'added', by: idOf(SUPERVISOR.name) },
    { act: 'passphrase-changed' },
    { act: 'passphrase-reset', by: idOf(SUPERVISOR.name) },
    { act: 'passphrase-changed' },
  ]);
});

describe('a lock-out', () => {
  it('is in the ledger, of a member and of names that nobody has', async () => {
    const { keeper, core, database, idOf } = await services();
    const member = idOf(CLERK.name);
    for (const of of [member, '']) database.prepare('INSERT INTO wrong_passphrases VALUES (?, 9, 0)').run(of);
    for (const name of [CLERK.name, 'Nobody']) {
      const lockedOut = { ok: false, error: { kind: 'locked-out', waitMinutes: 60 } };
      expect(await core.call('signIn', { name, passphrase: 'wrong' })).toEqual(lockedOut);
    }
    expect(entriesOf(keeper).slice(4)).toMatchObject([
      { kind: 'locked-out', member, role: 'clerk' },
      { kind: 'locked-out', member: '0'.repeat(32), role: 'nobody' },
    ]);
  });
});

describe('a locked screen', () => {
  it('keeps the application, and is opened by anybody who works here', async () => {
    const { core, keeper } = await counter();
    const { application } = await create(core);
    expect(await core.call('lock', {})).toEqual(done);
    expect(await core.call('fingerprints', {})).toEqual(notAllowed);
    expect(await core.call('reportActivity', {})).toEqual(notAllowed);
    expect(await core.call('getStatus', {})).toMatchObject({
      value: { screenLocked: true, staff: { name: CLERK.name } },
    });
    expect(await core.call('signIn', SUPERVISOR)).toEqual(done);
    expect(await core.call('fingerprints', {})).toMatchObject({ ok: true });
    expect(keeper.services.vault.open().map(({ id }) => id)).toEqual([application]);
  });
});

describe('a disk that takes no writes', () => {
  it('after the set-up leaves the kiosk set up, and does not answer otherwise', async () => {
    const keeper = await startKeeper({
      scripted: true,
      log: [
        'The disk does not take writes (SQLITE_READONLY, room for the first application). It is tried again by itself.',
      ],
    });
    const core = await connectCore(keeper);
    const { database } = keeper.services.vault;
    // Looked at after the set-up is written, and before room is made.
    keeper.services.space.shortage = () => {
      if (keeper.services.kiosk.read() !== null) database.pragma('query_only = ON');
      return null;
    };
    expect(
      await core.call('setUp', { kioskName: 'Counter 4', supervisor: SUPERVISOR, clerk: CLERK }),
    ).toEqual(done);
    database.pragma('query_only = OFF');
    expect(keeper.services.kiosk.read()?.name).toBe('Counter 4');
  });

  it('refuses whatever somebody types, and lets whoever is there stay', async () => {
    const { core, database, staff } = await services();
    database.pragma('query_only = ON');
    for (const passphrase of [SUPERVISOR.passphrase, 'wrong']) {
      expect(await core.call('signIn', { name: SUPERVISOR.name, passphrase })).toEqual(
        refused('not-written'),
      );
    }
    database.pragma('query_only = OFF');
    expect(staff.signedIn()).toMatchObject({ name: CLERK.name });
    expect(await core.call('signIn', SUPERVISOR)).toEqual(done);
  });
});

it('IT staff are let in behind a clerk’s lock only where no application is open', async () => {
  const { core } = await counter();
  await core.call('approve', { act: 'addMember', ...SUPERVISOR });
  expect(await core.call('addMember', OCTAVIA)).toEqual(done);
  await create(core);
  await core.call('lock', {});
  expect(await core.call('signIn', OCTAVIA)).toEqual(notAllowed);
  await core.call('signIn', CLERK);
  const empty = await counter();
  await empty.core.call('approve', { act: 'addMember', ...SUPERVISOR });
  expect(await empty.core.call('addMember', OCTAVIA)).toEqual(done);
  await empty.core.call('lock', {});
  expect(await empty.core.call('signIn', OCTAVIA)).toEqual(done);
});
