// What the tests about files that do not fit are called: lists of protections name them.

export const MISFIT = 'electron/keeper/misfit';
export const DATA_FOLDER = 'electron/keeper/data-folder/prepare-data-folder.ts';
export const HOSTILE = 'tests/hostile/files-that-do-not-fit.test.ts';
export const TAMPERED = 'tests/hostile/tampered-files.test.ts';
export const COMPARE = `${MISFIT}/compare-files.test.ts`;
export const COMPARED = `${MISFIT}/compare-with-ledger.ts`;
export const SETTLE = 'electron/keeper/signing/settle-slots.test.ts';

export const putBack = (what: string, kind: string): string =>
  `files put back to an earlier copy > ${what}: ${kind} is told, and nothing opens`;
export const edited = (what: string): string =>
  `a ledger whose mark of the vault was edited > ${what} is told, and nothing opens`;
const hold = (what: string): string =>
  `rows of a vault edited by hand > a legal hold that was ${what} counts as one on everything`;
export const inThatOf = (name: string): string => `files that are none > nor in that of ${name}`;
export const twoEpochs = (what: string): string =>
  `slots of two epochs that no roll leaves side by side, ${what}, are a misfit, and neither is overwritten`;

export const ENDED =
  'files put back to an earlier copy > an erased application comes back by no edited row: what has ended the ledger vouches for no more';
export const OLDER_LEDGER = [
  putBack('["ledger"]', 'ledger-older'),
  putBack('["ledger","keys"]', 'ledger-older'),
  putBack('["ledger","signing"]', 'ledger-older'),
  putBack('["ledger","keys","signing"]', 'ledger-older'),
];
export const HOLDS = ['deleted', 'shortened', 'without what it froze', 'with intake resumed'].map(hold);
export const LOCK_OUT = 'a lock-out goes on whose wait was zeroed, shortened to nothing or deleted';
export const UNDER_A_HOLD = 'two supervisors > end nothing while a legal hold stands';
export const CODES_GO_ON =
  'recovery codes > are the way on where the key that signs is gone: all that is there ends, and the two let the kiosk go on';
export const CODES_NOT_AROUND =
  'recovery codes > are no way around two supervisors by the ledger: an older vault has older codes, which somebody kept';
export const MARKED_AFTER = 'a power cut makes no misfit > between an ending and the mark of it';
const ofBefore = (what: string): string =>
  `a vault of before, when all that is open now was open already > ${what}`;
export const device = (what: string): string => `devices that the ledger has > ${what}: it is told`;
export const row = (what: string): string => `rows of a vault edited by hand > ${what}: it is told`;
const whileTampered = (what: string): string => `while files do not fit > ${what}`;
export const AS_READ =
  'two supervisors > let it go on in spite of what they read on the screen, and of nothing else';
export const GO_ON =
  'two supervisors > let a kiosk go on: what the older vault brought ends, and the ledger says so';
export const BY_THE_LEDGER =
  'two supervisors > are two by the ledger: a clerk who has the disk makes a supervisor whose passphrase is right, and who counts for nobody';
export const KEY_DESTROYED = whileTampered(
  'an erasure goes on whose key is destroyed already, and its receipt waits',
);
export const KEY_THERE = whileTampered(
  'one stands still whose key is there: the right files may say that a hold keeps it',
);
export const OTHER_KEY =
  'two supervisors > do not take it upon themselves where the key that signs is another one: only the right file helps';
export const LIFTED_BY_THE_LEDGER =
  'two supervisors > lift a hold meanwhile only if both are there by the ledger';
export const OTHER_KIOSK = 'files of another kiosk, of the same name, are none of this one’s';
export const OF_ANOTHER_LEDGER =
  'vault and ledger > of a ledger that came after another one, what that decided is not asked for';
/** Wherever a kiosk is started on files that were tampered with. */
export const EVERY = [
  ...OLDER_LEDGER,
  putBack('["vault"]', 'vault-older'),
  putBack('["keys"]', 'keys-missing'),
  putBack('["signing"]', 'signing-key'),
  putBack('["vault","keys"]', 'vault-older'),
  putBack('["vault","ledger"]', 'signing-key'),
  putBack('["vault","signing"]', 'vault-older'),
  putBack('["vault","keys","signing"]', 'vault-older'),
  putBack('["vault","keys","ledger"]', 'signing-key'),
  putBack('["keys","signing"]', 'signing-key'),
  putBack('["vault","ledger","signing"]', 'keys-missing'),
  ENDED,
  ...['taken away', 'signed by nobody', 'with another application'].map(edited),
  UNDER_A_HOLD,
  OTHER_KIOSK,
];
export const TWO_EPOCHS = ['an earlier one', 'a later one'].map(
  (which) =>
    `slots of two epochs that no roll leaves side by side > ${which} is told, and neither is overwritten`,
);
export const BY_COUNT = ofBefore('is told by how many began and ended since');
export const BY_ENTRY = ofBefore('is told by an entry that it does not know');
/** The same of the other file. */
export const EVERY_TAMPERED = [BY_COUNT, BY_ENTRY, OTHER_KEY, AS_READ, ...TWO_EPOCHS];

export const COPIES = 'tests/fixtures/copies-of-before.test.ts';
export const beforeUpdate = (what: string): string =>
  `a vault and a ledger of before an update, beside slots with ${what}: what only a later ledger names is not overwritten`;
export const copiesOf = (release: string): string =>
  `vault and ledger of ${release}, beside the key of a later day, do not fit: that key, and those of applications, stay`;
export const UNOPENED = 'tests/hostile/keys-that-do-not-open.test.ts';
export const NOT_OPENED = [
  'where a ledger of the forger’s vouches for it, and a slot says that it has the forger’s key: none is overwritten either',
  'where the page of its key is damaged; with the right file two supervisors let it go on',
].map((where) => `a sign-in opens no application > ${where}`);

/** Of that file as well. */
export const HOLD_STAYS =
  'a legal hold stands as long as nothing can be signed: nobody lifts it, and no recovery codes end what it keeps';

export const ROWS = 'tests/hostile/rows-written-by-hand.test.ts';
const written = (what: string): string =>
  `an entry that somebody wrote among those that wait for the ledger > ${what}`;
export const NO_RIBBON_ANEW = written(
  'is in no ledger either that two people with recovery codes begin anew',
);
export const NO_HOLD = written('ends no legal hold: it is not signed, the hold stands, and nobody enters it');
const letsGoOfNone = (what: string): string =>
  written(`lets go of no legal hold, with the row that fits it: ${what}`);
export const NOT_NARROWED = letsGoOfNone('narrows none that is set once more');
export const NO_PRACTICE = letsGoOfNone('begins no practice under it');
export const NOT_RESUMED = letsGoOfNone('resumes no intake under it');
export const NEARLY_DONE = 'a legal hold keeps what somebody has made an erasure that is nearly done';
export const NO_SUPERVISOR = written('makes no supervisor count');
export const OWN = written(
  'of the kiosk’s own is signed, and a start believes it also where the ledger was not reached',
);
export const LETS_GO_OF_NONE =
  'a legal hold on named tickets lets go of none of them, whatever name is written in its place';
export const MARK_OF_ITS_HEAD =
  'a mark of the vault is believed with the end of the ledger that it was signed with, and with no later one';
export const rightFiles = (which: string): string =>
  `the right files put back > after another ${which} end nothing: two supervisors confirm them, and what is open opens`;
export const MEANWHILE = 'tests/hostile/holds-meanwhile.test.ts';
const onceBack = (what: string): string =>
  `a legal hold that was set while files did not fit, once the right vault is back > ${what}`;
const STANDS_AGAIN = [
  'on everything, by a supervisor who is signed in',
  'on one ticket, by a supervisor who is signed in',
  'on everything, by passphrase',
].map((how) => onceBack(`${how}: stands on everything, and the ledger gets it`));
export const NEVER_NOTED = onceBack('was never written down: it was set before this version');
export const KEY_FOUND_FOREIGN =
  'a hold that is set by whoever finds that the key of the kiosk does not open is written down as well';
export const BESIDE_OLDER_LEDGER = 'a hold that was set beside an older ledger gets into the right one';
export const ENTERED_ONCE = 'two who go on with the files that are there enter a hold once';
/** Those in which a sign-in enters it. */
export const ENTERED_LATER = [
  ...STANDS_AGAIN,
  NEVER_NOTED,
  onceBack('was written down, and its entry does not wait: the power was cut'),
  onceBack('can be lifted there, and does not come back'),
  BESIDE_OLDER_LEDGER,
];
export const SET_MEANWHILE = [...ENTERED_LATER, onceBack('waits on through starts at which nobody signs in')];
/** Those in which an older vault is left for the right one. */
export const RIGHT_VAULT_BACK = [
  ...SET_MEANWHILE.filter((test) => test !== BESIDE_OLDER_LEDGER),
  onceBack('of another kiosk does nothing, and is kept'),
];
export const ONCE = 'electron/keeper/holds/hold-entered-once.test.ts';
export const ENTERED_IN_TURN =
  'a hold is entered once, however often an older ledger and the right one were put beside its vault in turn';
export const FORMER_KIOSK = 'electron/keeper/holds/holds-of-former-kiosk.test.ts';
export const OF_FORMER_KIOSK = [
  'stands in this one, whose ledger gets it and whose supervisors lift it',
  'stands also where nobody knows, because that one’s ledger was taken away; one of any other kiosk is left alone',
].map((what) => `a hold that was set on the files of the kiosk that this one came after > ${what}`);
export const STOPPED = 'electron/keeper/holds/stopped-erasures.test.ts';
export const STAYS_WITH_ITS_KEY =
  'an erasure that a legal hold stopped > stays, with its key, at a start that finds such a hold beside the vault';
export const standsBeside = (release: string): string =>
  `the vault of ${release}, put back beside a hold that was set meanwhile, has that hold stand`;
