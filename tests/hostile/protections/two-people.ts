import { approvableActs } from '../../../shared/contract/staff/approved-act.ts';
import { COPIES, copiesOf } from './misfit-tests.ts';
import type { Protection } from './protection.ts';

const STAFF = 'electron/keeper/staff';
const FOLD = 'shared/ledger/fold.ts';
const SECOND_PERSON = `${STAFF}/second-person.test.ts`;
const HOLD_FORM = `${STAFF}/hold-by-passphrase.test.ts`;
const COVERS = `${STAFF}/covered-by-an-approval.test.ts`;
const WOULD_BE_TWO = 'tests/hostile/one-who-would-be-two.test.ts';
const ONE_APPROVAL = 'tests/hostile/one-approval.test.ts';

const third = (what: string): string => `a third supervisor > ${what}`;
const whoever = (what: string): string => `whoever sets a legal hold by a passphrase > ${what}`;
const covers = (act: string): string =>
  `an approval > of ${act} covers that, and the same act in another part nowhere`;
const once = (act: string): string =>
  `approved once and for this input, ${act} is let pass once, also where it comes twice in one chunk`;

const NOT_SWAPPED = 'an approved recipient is not swapped before the call, nor an application held after it';
const NO_SECOND_PERSON = third(
  'is no second person for anybody, nor the first of two, until another one has confirmed them',
);
const CONFIRMED_BY_ANOTHER = third(
  'is confirmed by nobody but another one who counts, and did not give them their passphrase',
);
const CHOOSES_NOBODY = third(
  'chooses no supervisors while nobody has confirmed them, and nobody is made through them',
);
const GIVEN = 'a supervisor who was given a new passphrase';
const CONFIRMED_ANEW = `${GIVEN} > is to be confirmed anew, by another one than gave it`;
const CONFIRMS_NOBODY = `${GIVEN} > confirms nobody meanwhile`;
const TAKES_NOBODY_OFF =
  'one of two supervisors does not take the other one off the staff, by whom the next would be confirmed';
const NOT_BY_A_PASSPHRASE =
  'one of two supervisors does not take the other one off the staff by a new passphrase before it: the recovery codes would end';
const LOCKED_OUT = whoever('is a supervisor, also one who is locked out, and lends the device key');
const HALF_A_MINUTE = whoever(
  'waits for half a minute at most, however often a wrong one was typed, and is never locked out',
);
const LEARNS_NOTHING = whoever(
  'learns nothing of whoever works here: a clerk, a given passphrase and no such name are wrong ones',
);

/** What makes two people two, and lets one set a hold at any time. */
export const protectionsOfPeople: readonly Protection[] = [
  {
    name: 'third-person-confirmed',
    what: 'Whom one supervisor alone has made counts as no second person before another one has confirmed them.',
    source: {
      file: `${STAFF}/second-person.ts`,
      find: 'return isConfirmed(member) && member.must_change === 0;',
      replace: "return member.role === 'supervisor' && member.must_change === 0;",
    },
    failing: { [SECOND_PERSON]: [NO_SECOND_PERSON, CONFIRMED_ANEW, CONFIRMS_NOBODY] },
  },
  {
    name: 'confirmed-by-another-one',
    what: 'Nobody confirms whom they have made themselves.',
    source: {
      file: `${STAFF}/confirm-supervisor.ts`,
      find: 'by !== member && by !== row.given_by;',
      replace: 'by !== member;',
    },
    failing: { [SECOND_PERSON]: [CONFIRMED_BY_ANOTHER, CONFIRMED_ANEW] },
  },
  {
    name: 'confirmed-with-a-passphrase-of-their-own',
    what: 'Nobody is confirmed with a passphrase that somebody else gave them.',
    source: {
      file: `${STAFF}/confirm-supervisor.ts`,
      find: "if (row.must_change === 1) return err({ kind: 'passphrase-not-chosen' });",
      replace: '',
    },
    failing: {
      [SECOND_PERSON]: [
        third(
          'is confirmed only with a passphrase of their own: whoever gave it could still come in with it',
        ),
      ],
    },
  },
  {
    name: 'supervisors-chosen-by-the-confirmed',
    what: 'Who is not confirmed makes no supervisor, by whom they could be confirmed.',
    source: {
      file: `${STAFF}/members.ts`,
      find: "if (isSupervisor && !isConfirmedMember(by)) return err({ kind: 'not-confirmed' });\n      if (rows.byName",
      replace: 'if (rows.byName',
    },
    failing: { [SECOND_PERSON]: [CHOOSES_NOBODY] },
  },
  {
    name: 'new-passphrase-confirmed',
    what: 'A supervisor to whom another one gave a passphrase has to be confirmed anew.',
    source: {
      file: `${STAFF}/members.ts`,
      find: 'givenBy: isSupervisor ? by : null });',
      replace: 'givenBy: null });',
    },
    failing: { [SECOND_PERSON]: [CONFIRMED_ANEW, CONFIRMS_NOBODY] },
  },
  {
    name: 'two-always-stay',
    what: 'Of the last two supervisors who count as two people none is taken off the staff.',
    source: {
      file: `${STAFF}/members.ts`,
      find: 'staying.length < 2)',
      replace: 'staying.length < 1)',
    },
    failing: { [WOULD_BE_TWO]: [TAKES_NOBODY_OFF, NOT_BY_A_PASSPHRASE] },
  },
  {
    name: 'two-stay-also-unconfirmed',
    what: 'Beside a single supervisor who counts, no other one is taken off the staff who was given a new passphrase.',
    source: {
      file: `${STAFF}/members.ts`,
      find: "if (row.role === 'supervisor' && staying.length < 2)",
      replace: 'if (isConfirmed(row) && staying.length < 2)',
    },
    failing: { [WOULD_BE_TWO]: [NOT_BY_A_PASSPHRASE] },
  },
  {
    name: 'codes-ended-by-two',
    what: 'Recovery codes that are in force are ended by two supervisors, as they were made.',
    source: {
      file: 'electron/keeper/recovery/recovery-calls.ts',
      find: "if (recovery.codes() !== null && !areTwo) return err({ kind: 'not-allowed' });",
      replace: '',
    },
    failing: { [WOULD_BE_TWO]: ['one of two supervisors does not end the recovery codes that both made'] },
  },
  {
    name: 'codes-stay-with-who-made-them',
    what: 'Recovery codes end with a supervisor who may know one, and with nobody who was added for it.',
    source: {
      file: 'electron/keeper/recovery/end-known-codes.ts',
      find: 'if (entries === null || mayKnowCodes(entries, leaving)) recovery.reconsider();',
      replace:
        'if (entries === null || mayKnowCodes(entries, leaving) || leaving !== null) recovery.reconsider();',
    },
    failing: {
      [WOULD_BE_TWO]: [
        'one of two supervisors does not end the recovery codes by adding a third one, and taking that one off the staff',
      ],
    },
  },
  {
    name: 'second-place-taken-once',
    what: 'By the ledger of a kiosk that had a single supervisor the next one counts at once, and nobody after that.',
    source: { file: FOLD, find: '  folding.places -= 1;\n', replace: '' },
    failing: {
      [WOULD_BE_TWO]: [
        'by the ledger the place of a second supervisor, of a kiosk that had a single one, is taken once',
      ],
    },
  },
  {
    name: 'two-of-a-set-up-confirm',
    what: 'By the ledger two of a set-up have others confirmed before any key has rolled.',
    source: {
      file: FOLD,
      find: 'folding.confirms = folding.changes === 2 && by === folding.founder;',
      replace: '',
    },
    failing: {
      [WOULD_BE_TWO]: ['by the ledger two of a set-up have others confirmed from their first day on'],
    },
  },
  {
    name: 'passphrase-bound-to-its-role',
    what: 'A passphrase opens the device key in the role that it was given for: one that is raised in the file opens nothing.',
    source: {
      file: 'electron/keeper/custody/device-key.ts',
      find: "['counterfoil device key', 1, identifier, role]",
      replace: "['counterfoil device key', 1, identifier, role.length < 0]",
    },
    failing: {
      [WOULD_BE_TWO]: ['a role that was raised in the vault’s file opens nothing'],
      [COPIES]: ['first-release', 'vault-12-ledger-10'].map(copiesOf),
    },
  },
  {
    name: 'approval-for-a-minute',
    what: 'An approval that nobody has used for a minute is none any more.',
    source: {
      file: `${STAFF}/approvals.ts`,
      find: 'granted?.token === token && uptime() < granted.until ?',
      replace: 'granted?.token === token && uptime() >= 0 ?',
    },
    failing: { [WOULD_BE_TWO]: ['an approval is none any more a minute later'] },
  },
  {
    name: 'approval-goes-with-who-stood-there',
    what: 'An approval was given to whoever stood there: with somebody else it is none any more.',
    source: {
      file: `${STAFF}/passphrase-acts.ts`,
      find: '        approvals.withdrawAll();\n        signInState.enter(who);',
      replace: '        signInState.enter(who);',
    },
    failing: { [WOULD_BE_TWO]: ['an approval is none any more once somebody else stands there'] },
  },
  {
    name: 'approval-used-once',
    what: 'An approval is taken away before anything of its act is done: it is for one call.',
    source: {
      file: `${STAFF}/approvals.ts`,
      find: 'granted = null;\n      return approval;',
      replace: 'return approval;',
    },
    failing: { [ONE_APPROVAL]: [...approvableActs.map(once), NOT_SWAPPED] },
  },
  {
    name: 'approval-of-this-hold',
    what: 'An approval to lift a hold is for the hold that was read about.',
    source: {
      file: `${STAFF}/approvals.ts`,
      find: "approved?.act === 'liftHold' && approved.hold === act.hold;",
      replace: "approved?.act === 'liftHold';",
    },
    failing: {
      [COVERS]: [covers('liftHold')],
      [ONE_APPROVAL]: [once('liftHold'), 'one approval lifts one legal hold'],
    },
  },
  {
    name: 'approval-of-where-keys-are-kept',
    what: 'An approval of going live is for the place of keys that was read about.',
    source: {
      file: `${STAFF}/approvals.ts`,
      find: '        approved.custody === act.custody &&\n',
      replace: '',
    },
    failing: { [COVERS]: [covers('decideCustody')] },
  },
  {
    name: 'approval-of-this-recipient',
    what: 'An approval of a production is for the key that was read about.',
    source: {
      file: `${STAFF}/approvals.ts`,
      find: 'approved.recipient === act.recipient &&\n        act.about',
      replace: 'act.about',
    },
    failing: {
      [COVERS]: [covers('produceRecord')],
      [ONE_APPROVAL]: [NOT_SWAPPED],
    },
  },
  {
    name: 'hold-form-never-locks',
    what: 'The form of a hold waits for 30 seconds at most, and locks nobody out.',
    source: {
      file: `${STAFF}/sign-in-attempts.ts`,
      find: "  ['hold-form', waitForHold],\n",
      replace: '',
    },
    failing: { [HOLD_FORM]: [HALF_A_MINUTE] },
  },
  {
    name: 'hold-form-counted-apart',
    what: 'Who is locked out is heard at the form of a hold: its tries are counted apart.',
    source: {
      file: `${STAFF}/passphrase-acts.ts`,
      find: "counted: 'hold-form',",
      replace: "counted: rows.byName(name)?.identifier ?? 'unknown-names',",
    },
    failing: { [HOLD_FORM]: [LOCKED_OUT, HALF_A_MINUTE, LEARNS_NOTHING] },
  },
  {
    name: 'hold-form-tells-nothing',
    what: 'At the form of a hold a clerk, a given passphrase and no such name are wrong ones.',
    source: {
      file: `${STAFF}/passphrase-acts.ts`,
      find: "admits: (row) => row.role === 'supervisor' && row.must_change === 0,",
      replace: 'admits: () => true,',
    },
    failing: {
      [HOLD_FORM]: [LEARNS_NOTHING],
      'tests/hostile/bad-input.test.ts': [
        'each bad input is one refusal that repeats nothing, and nothing is changed',
      ],
    },
  },
  {
    name: 'first-two-of-two-names',
    what: 'A kiosk is set up by two supervisors of two names: nobody is both.',
    source: {
      file: `${STAFF}/first-members.ts`,
      find: 'new Set(people.map(({ name }) => staffNameKey(name))).size < people.length',
      replace: 'new Set(people.map(({ name }) => name)).size < people.length',
    },
    failing: { [`${STAFF}/first-members.test.ts`]: ['set-up > refuses name-taken, and writes nothing'] },
  },
];
