import { describe, expect, it } from 'vitest';
import { memberId } from '../../../shared/contract/ids.ts';
import { long } from '../../../tests/support/sample.ts';
import { entriesOf } from '../ledger/entries.test-support.ts';
import {
  CLERK,
  FIRST_STAFF,
  SECOND_SUPERVISOR,
  SUPERVISOR,
  startKeeper,
} from '../start/keeper.test-support.ts';
import { connectCore, counter, create, type ScriptedCore } from '../start/scripted-core.test-support.ts';

const done = { ok: true, value: {} };
const refused = (kind: string) => ({ ok: false, error: { kind } });
const notAllowed = refused('not-allowed');
const NEXT = 'walnut harpoon tundra fiddle';
const GIVEN = 'marble ticket harvest violin';
const BARNABY = { name: 'Barnaby Quicksilver', role: 'it', passphrase: GIVEN } as const;
type Person = typeof SECOND_SUPERVISOR;
const THIRD = { name: 'Cyprian Quill', role: 'supervisor', passphrase: GIVEN } as const;

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
  it('opens the ledger with its first members, two of them supervisors, and takes place once', async () => {
    const { keeper, core, idOf } = await services();
    const by = idOf(SUPERVISOR.name);
    const added = { kind: 'staff-changed', by, act: 'added' };
    expect(entriesOf(keeper)).toMatchObject([
      { kind: 'opened' },
      { kind: 'policy-in-force' },
      { ...added, member: by, role: 'supervisor' },
      { ...added, member: idOf(SECOND_SUPERVISOR.name), role: 'supervisor' },
      { ...added, member: idOf(CLERK.name), role: 'clerk' },
    ]);
    const again = { kioskName: 'Counter 4', ...FIRST_STAFF };
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
    expect(entriesOf(keeper).slice(5)).toMatchObject([
      { kind: 'staff-changed', by: idOf(SUPERVISOR.name), member, act: 'passphrase-reset', role: 'clerk' },
      { kind: 'staff-changed', by: member, member, act: 'passphrase-changed', role: 'clerk' },
    ]);
  });

  // Who may make which call: shared/contract/authorize-calls.test.ts.
  long('is changed by nobody who is not signed in', async () => {
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
  const approving = { act: 'exportLedger', format: 'csv' } as const;

  it('approves one act, once, also when it is asked for twice at the same time', async () => {
    const { core, staff } = await services();
    expect(await core.call('exportLedger', { format: 'csv' })).toEqual(notAllowed);
    expect(await core.call('approve', { ...approving, ...CLERK })).toEqual(refused('not-a-second-person'));
    expect(await core.call('approve', { ...approving, ...SUPERVISOR })).toEqual(done);
    const status = await core.call('getStatus', {});
    expect(status).toMatchObject({
      value: { approval: { act: 'exportLedger', by: SUPERVISOR.name }, staff: { role: 'clerk' } },
    });
    expect(await core.call('members', {})).toEqual(notAllowed);
    const answers = await Promise.all([1, 2].map(() => core.call('exportLedger', { format: 'csv' })));
    // Nothing is plugged in; the other one was not even let pass.
    expect(answers).toEqual([refused('no-export-folder'), notAllowed]);
    expect(staff.approvalFor(core.session.token)).toBeNull();
  });

  // Of every act: covered-by-an-approval.test.ts.
  long('approves exactly what was asked: the same act of another kind uses the approval up', async () => {
    const { core } = await services();
    expect(await core.call('approve', { ...approving, ...SUPERVISOR })).toEqual(done);
    expect(await core.call('exportLedger', { format: 'ndjson' })).toEqual(notAllowed);
    expect(await core.call('exportLedger', { format: 'csv' })).toEqual(notAllowed);
  });

  it('may withdraw it', async () => {
    const { core } = await services();
    await core.call('approve', { ...approving, ...SUPERVISOR });
    expect(await core.call('withdrawApproval', {})).toEqual(done);
    expect(await core.call('exportLedger', { format: 'csv' })).toEqual(notAllowed);
  });

  // Who may make which call: shared/contract/authorize-calls.test.ts.
  long('chooses nobody there who works here: that they do where they are signed in', async () => {
    const { core, idOf } = await services();
    const member = memberId.parse(idOf(SUPERVISOR.name));
    expect(await core.call('addMember', BARNABY)).toEqual(notAllowed);
    expect(await core.call('removeMember', { member })).toEqual(notAllowed);
    expect(await core.call('resetPassphrase', { member, passphrase: GIVEN })).toEqual(notAllowed);
    expect(await core.call('letInAgain', { member })).toEqual(notAllowed);
    expect(await core.call('confirmSupervisor', { member, ...SECOND_SUPERVISOR })).toEqual(notAllowed);
  });
});

describe('one supervisor alone', () => {
  /** Whoever knows the passphrase that was given chooses another one, at the same screen. */
  async function chooses(core: ScriptedCore, name: string, given: string, own: string): Promise<void> {
    expect(await core.call('signIn', { name, passphrase: given })).toEqual(done);
    expect(await core.call('changePassphrase', { present: given, next: own })).toEqual(done);
  }

  // This and the next: second-person.test.ts.
  long(
    'does not become two by adding one: only another one confirms them, and the ledger has it',
    async () => {
      const { keeper, core, idOf } = await services();
      await core.call('signIn', SUPERVISOR);
      expect(await core.call('addMember', THIRD)).toEqual(done);
      await chooses(core, THIRD.name, GIVEN, NEXT);
      const [member, second] = [idOf(THIRD.name), idOf(SECOND_SUPERVISOR.name)].map((id) =>
        memberId.parse(id),
      );
      if (member === undefined || second === undefined) throw new Error('nobody');
      const third: Person = { name: THIRD.name, passphrase: NEXT };
      const drawing = { act: 'drawSecondRecoveryCode' } as const;
      // As whom they have made, with themselves as the second.
      expect(await core.call('approve', { ...drawing, ...SUPERVISOR })).toEqual(refused('not-confirmed'));
      expect(await core.call('addMember', { ...THIRD, name: 'Edda Quill' })).toEqual(
        refused('not-confirmed'),
      );
      expect(await core.call('resetPassphrase', { member: second, passphrase: GIVEN })).toEqual(
        refused('not-confirmed'),
      );
      // And the other way round.
      await core.call('signIn', SUPERVISOR);
      expect(await core.call('approve', { ...drawing, ...third })).toEqual(refused('not-a-second-person'));
      const confirmedBy = (who: Person) => core.call('confirmSupervisor', { member, ...who });
      for (const who of [SUPERVISOR, third])
        expect(await confirmedBy(who)).toEqual(refused('not-theirs-to-confirm'));
      expect(await core.call('members', {})).toMatchObject({
        value: {
          members: expect.arrayContaining([
            expect.objectContaining({ name: THIRD.name, unconfirmed: { givenBy: idOf(SUPERVISOR.name) } }),
          ]),
        },
      });
      expect(await confirmedBy(SECOND_SUPERVISOR)).toEqual(done);
      expect(entriesOf(keeper).at(-1)).toMatchObject({ kind: 'supervisor-confirmed', by: second, member });
      expect(await core.call('approve', { ...drawing, ...third })).toEqual(done);
    },
  );

  long('does not become two by giving the other one a new passphrase', async () => {
    const { core, idOf } = await services();
    await core.call('signIn', SUPERVISOR);
    const member = memberId.parse(idOf(SECOND_SUPERVISOR.name));
    expect(await core.call('resetPassphrase', { member, passphrase: GIVEN })).toEqual(done);
    await chooses(core, SECOND_SUPERVISOR.name, GIVEN, NEXT);
    const second = { name: SECOND_SUPERVISOR.name, passphrase: NEXT };
    const lifting = { act: 'drawSecondRecoveryCode' } as const;
    expect(await core.call('approve', { ...lifting, ...SUPERVISOR })).toEqual(refused('not-confirmed'));
    await core.call('signIn', SUPERVISOR);
    expect(await core.call('approve', { ...lifting, ...second })).toEqual(refused('not-a-second-person'));
    expect(await core.call('confirmSupervisor', { member, ...SUPERVISOR })).toEqual(
      refused('not-theirs-to-confirm'),
    );
    // Nor through somebody whom they make meanwhile.
    expect(await core.call('addMember', THIRD)).toEqual(done);
    await chooses(core, THIRD.name, GIVEN, 'copper thistle gondola ember');
    const third = { name: THIRD.name, passphrase: 'copper thistle gondola ember' };
    await core.call('signIn', SUPERVISOR);
    expect(await core.call('confirmSupervisor', { member, ...third })).toEqual(
      refused('not-theirs-to-confirm'),
    );
  });

  it('does not become two by recovery codes: the second code takes a second person', async () => {
    const { core } = await services();
    await core.call('signIn', SUPERVISOR);
    const first = await core.call('drawFirstRecoveryCode', {});
    if (!first.ok) throw new Error(first.error.kind);
    expect(await core.call('confirmRecoveryCode', { place: 1, typed: first.value.code })).toEqual(done);
    expect(await core.call('drawSecondRecoveryCode', {})).toEqual(notAllowed);
    const approval = { act: 'drawSecondRecoveryCode', ...SECOND_SUPERVISOR } as const;
    expect(await core.call('approve', approval)).toEqual(done);
    expect(await core.call('drawSecondRecoveryCode', {})).toMatchObject({ ok: true });
    // For one code: another one is not drawn with it.
    expect(await core.call('drawSecondRecoveryCode', {})).toEqual(notAllowed);
  });

  // Also: tests/hostile/one-who-would-be-two.test.ts.
  long('becomes nobody more by a role that was raised in the file', async () => {
    const { core, database } = await services();
    expect(database.prepare("UPDATE staff SET role = 'supervisor' WHERE role = 'clerk'").run().changes).toBe(
      1,
    );
    await core.call('signIn', SUPERVISOR);
    expect(await core.call('approve', { act: 'drawSecondRecoveryCode', ...CLERK })).toMatchObject(
      refused('wrong-passphrase'),
    );
    expect(await core.call('signIn', CLERK)).toMatchObject(refused('wrong-passphrase'));
  });
});

describe('a lock-out', () => {
  it('is in the ledger, of a member and of names that nobody has', async () => {
    const { keeper, core, database, idOf } = await services();
    const member = idOf(CLERK.name);
    for (const whose of [member, ''])
      database.prepare('INSERT INTO wrong_passphrases VALUES (?, 9, 0)').run(whose);
    for (const name of [CLERK.name, 'Nobody']) {
      const lockedOut = { ok: false, error: { kind: 'locked-out', waitMinutes: 60 } };
      expect(await core.call('signIn', { name, passphrase: 'wrong' })).toEqual(lockedOut);
    }
    expect(entriesOf(keeper).slice(5)).toMatchObject([
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
    expect(await core.call('setUp', { kioskName: 'Counter 4', ...FIRST_STAFF })).toEqual(done);
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

// By the calls alone: sign-in-calls.test.ts.
long('IT staff are let in behind a clerk’s lock only where no application is open', async () => {
  const withBarnaby = async () => {
    const { core } = await counter();
    await core.call('signIn', SUPERVISOR);
    expect(await core.call('addMember', BARNABY)).toEqual(done);
    await core.call('signIn', CLERK);
    return core;
  };
  const core = await withBarnaby();
  await create(core);
  await core.call('lock', {});
  expect(await core.call('signIn', BARNABY)).toEqual(notAllowed);
  await core.call('signIn', CLERK);
  const empty = await withBarnaby();
  await empty.call('lock', {});
  expect(await empty.call('signIn', BARNABY)).toEqual(done);
});
