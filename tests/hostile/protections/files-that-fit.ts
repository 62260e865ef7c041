import type { Protection } from './protection.ts';

const MISFIT = 'electron/keeper/misfit';
const DATA_FOLDER = 'electron/keeper/data-folder/prepare-data-folder.ts';
const HOSTILE = 'tests/hostile/files-that-do-not-fit.test.ts';
const COMPARE = `${MISFIT}/compare-files.test.ts`;
const SETTLE = 'electron/keeper/signing/settle-slots.test.ts';

const putBack = (what: string, kind: string): string =>
  `files put back to an earlier copy > ${what}: ${kind} is told, and nothing opens`;
const edited = (what: string): string =>
  `a ledger whose mark of the vault was edited > ${what} is told, and nothing opens`;
const hold = (what: string): string =>
  `rows of a vault edited by hand > a legal hold that was ${what} counts as one on everything`;
const inThatOf = (name: string): string => `files that are none > nor in that of ${name}`;
const twoEpochs = (what: string): string =>
  `slots of two epochs that no roll leaves side by side, ${what}, are a misfit, and neither is overwritten`;

const ENDED =
  'files put back to an earlier copy > an erased application comes back by no edited row: what has ended the ledger vouches for no more';
const OLDER_LEDGER = [
  putBack('["ledger"]', 'ledger-older'),
  putBack('["ledger","keys"]', 'ledger-older'),
  putBack('["ledger","signing"]', 'ledger-older'),
];
const HOLDS = ['deleted', 'shortened', 'without what it froze', 'with intake resumed'].map(hold);
const LOCK_OUT = 'a lock-out goes on whose wait was zeroed, shortened to nothing or deleted';
const UNDER_A_HOLD = 'two supervisors > end nothing while a legal hold stands';
const MARKED_AFTER = 'a power cut makes no misfit > between an ending and the mark of it';
/** Wherever a kiosk is started on files that were tampered with. */
const EVERY = [
  ...OLDER_LEDGER,
  putBack('["vault"]', 'vault-older'),
  putBack('["keys"]', 'keys-missing'),
  putBack('["signing"]', 'signing-key'),
  putBack('["vault","keys"]', 'vault-older'),
  putBack('["vault","ledger"]', 'signing-key'),
  putBack('["vault","signing"]', 'vault-older'),
  putBack('["vault","keys","signing"]', 'vault-older'),
  putBack('["vault","keys","ledger"]', 'signing-key'),
  ENDED,
  ...['taken away', 'signed by nobody', 'with another application'].map(edited),
  UNDER_A_HOLD,
  'files of another kiosk, of the same name, are none of this one’s',
];

/** What keeps files that do not belong together from being opened. */
export const protectionsOfFiles: readonly Protection[] = [
  {
    name: 'misfit-opens-no-key',
    what: 'Where files do not fit, no key of an application is opened and none is overwritten.',
    source: {
      file: 'electron/keeper/start/open-files.ts',
      find: 'live: found.value.isClosed ? null : live',
      replace: 'live',
    },
    failing: { [HOSTILE]: EVERY },
  },
  {
    name: 'misfit-closes-the-kiosk',
    what: 'Where files do not fit, nothing is done with applications.',
    source: {
      file: 'electron/keeper/start/run-keeper.ts',
      find: "if (!isHeardWithMisfit(name)) return { kind: 'files-misfit' };",
      replace: '',
    },
    failing: { [HOSTILE]: EVERY },
  },
  {
    name: 'ended-not-vouched-for',
    what: 'A vault is older that has an application for which the ledger does not vouch.',
    source: {
      file: `${MISFIT}/compare-files.ts`,
      find: 'if (vault.applications.some((each) => !mark.vouchesFor(each))) return true;',
      replace: '',
    },
    failing: { [HOSTILE]: [ENDED], [COMPARE]: [MARKED_AFTER] },
  },
  {
    name: 'older-generation-told',
    what: 'A vault is older in which fewer applications began and ended than the ledger says.',
    source: {
      file: `${MISFIT}/compare-files.ts`,
      find: 'if (vault.generation < mark.generation) return true;',
      replace: '',
    },
    failing: { [COMPARE]: [MARKED_AFTER] },
  },
  {
    name: 'unknown-entries-told',
    what: 'A vault is older that does not know an entry of its ledger.',
    source: {
      file: `${MISFIT}/compare-files.ts`,
      find: 'return hasUnknownEntry(vault, ledger);',
      replace: 'return false;',
    },
    failing: {
      [COMPARE]: [
        'a power cut makes no misfit > behind an entry whose rows could not go: they say that the vault knows it',
      ],
    },
  },
  {
    name: 'older-ledger-told',
    what: 'A ledger is older that lacks an entry which the vault knows.',
    source: {
      file: `${MISFIT}/compare-files.ts`,
      find: 'return knownHead !== null && ledger.hashAt(knownHead.sequence) !== knownHead.hash;',
      replace: 'return false;',
    },
    failing: { [HOSTILE]: OLDER_LEDGER, [COMPARE]: ['an older ledger lacks what the vault knows'] },
  },
  {
    name: 'mark-of-the-vault-signed',
    what: 'The ledger’s mark of the vault is believed only as the key that signs now has signed it.',
    source: {
      file: 'electron/keeper/ledger/vault-mark/vault-mark.ts',
      find: "if (!verify(null, signedBytes(signer.kiosk, mark), key, mark.signature)) return { kind: 'altered' };",
      replace: '',
    },
    failing: { [HOSTILE]: [edited('signed by nobody'), edited('with another application')] },
  },
  {
    name: 'lacking-holds-restored',
    what: 'A legal hold that the ledger has and the vault lacks counts as one on everything.',
    source: { file: `${MISFIT}/note-misfits.ts`, find: 'restoreHolds(vault, found);', replace: '' },
    failing: { [HOSTILE]: [...HOLDS, UNDER_A_HOLD] },
  },
  {
    name: 'lacking-lock-outs-go-on',
    what: 'A lock-out that the ledger has and the vault lacks goes on, for an hour from then.',
    source: {
      file: `${MISFIT}/note-misfits.ts`,
      find: 'lockOutAgain(database, member, elapsed);',
      replace: 'void [database, member, elapsed, lockOutAgain];',
    },
    failing: { [HOSTILE]: [LOCK_OUT] },
  },
  {
    name: 'misfit-until-it-is-accepted',
    what: 'What did not fit at one start counts at the next, too, until two supervisors have let the kiosk go on.',
    source: {
      file: `${MISFIT}/found-at-start.ts`,
      find: 'isClosed: misfits.length > 0 || misfitRowsOf(vault.database).all().length > 0,',
      replace: 'isClosed: misfits.length > 0,',
    },
    failing: { [HOSTILE]: HOLDS },
  },
  {
    name: 'two-by-the-ledger',
    what: 'Whoever lets a kiosk go on is a supervisor by the ledger, not by the vault alone.',
    source: {
      file: `${MISFIT}/misfit-calls.ts`,
      find: "if (!filesFit.isOfTwo(by) || !filesFit.isOfTwo(second)) return err({ kind: 'not-a-second-person' });",
      replace: '',
    },
    failing: {
      [HOSTILE]: [
        'two supervisors > are two by the ledger: a clerk who has the disk makes a supervisor whose passphrase is right, and who counts for nobody',
      ],
    },
  },
  {
    name: 'nothing-ends-under-a-hold',
    what: 'Two supervisors end nothing by going on while a legal hold stands.',
    source: {
      file: `${MISFIT}/misfit-calls.ts`,
      find: "if (found.wayOn !== 'two-supervisors') return err({ kind: 'misfit-stays', why: found.wayOn });",
      replace: '',
    },
    failing: { [HOSTILE]: [UNDER_A_HOLD] },
  },
  {
    name: 'written-by-nobody-else',
    what: 'A data folder, or a file in it, that others may write is refused at the start.',
    source: {
      file: DATA_FOLDER,
      find: "if ((found.mode & OTHERS_WRITE) !== 0) return { kind: 'open-to-others', path };",
      replace: '',
    },
    failing: {
      [HOSTILE]: ['files that are none > a data folder, or a file in it, that others may write is refused'],
    },
  },
  {
    name: 'records-are-plain-files',
    what: 'A pipe or a link in the place of a record or a journal is refused before it is read or written.',
    source: {
      file: DATA_FOLDER,
      find: "if (special !== undefined) return err({ kind: 'not-a-plain-file', path: special });",
      replace: '',
    },
    failing: {
      [HOSTILE]: [
        'sessions.json',
        'workers.json',
        'vault.db-journal',
        'ledger.db-journal',
        'health.json',
      ].map(
        (name) =>
          `files that are none > a pipe or a link in the place of ${name} keeps nobody waiting: the start is refused`,
      ),
    },
  },
  {
    name: 'databases-are-plain-files',
    what: 'A pipe or a link in the place of a database is refused: its journal would lie elsewhere, where nobody searches.',
    source: {
      file: 'electron/keeper/database/examine-file.ts',
      find: "if (!file.isFile()) return err({ kind: 'foreign', reason: 'not-a-file' });",
      replace: '',
    },
    failing: { [HOSTILE]: ['vault.db', 'ledger.db'].map(inThatOf) },
  },
  {
    name: 'slots-are-plain-files',
    what: 'A pipe or a link in the place of a file of slots is refused: what it points to lies on another disk, perhaps.',
    source: {
      file: 'electron/keeper/custody/slot-file.ts',
      find: "if (!file.isFile()) return err({ kind: 'not-a-file' });",
      replace: '',
    },
    failing: { [HOSTILE]: ['keys.slots', 'signing.slots'].map(inThatOf) },
  },
  {
    name: 'keys-of-no-roll-left-alone',
    what: 'A key that no roll leaves beside the one that signs is not overwritten.',
    source: {
      file: 'electron/keeper/signing/settle-slots.ts',
      find: "return names.every(isNear) ? { kind: 'slot', slot: kept } : { kind: 'misfit' };",
      replace: "return { kind: 'slot', slot: kept };",
    },
    failing: {
      [SETTLE]: [
        twoEpochs('a later one, of which the ledger knows nothing'),
        twoEpochs('an earlier one than the one before'),
      ],
    },
  },
];
