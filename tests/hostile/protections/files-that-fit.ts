import {
  BESIDE_OLDER_LEDGER,
  BY_COUNT,
  BY_ENTRY,
  BY_THE_LEDGER,
  beforeUpdate,
  CODES_GO_ON,
  CODES_NOT_AROUND,
  COMPARE,
  COPIES,
  copiesOf,
  DATA_FOLDER,
  ENDED,
  EVERY,
  EVERY_TAMPERED,
  edited,
  HOLD_STAYS,
  HOLDS,
  HOSTILE,
  inThatOf,
  KEY_THERE,
  LETS_GO_OF_NONE,
  LIFTED_BY_THE_LEDGER,
  LOCK_OUT,
  MARK_OF_ITS_HEAD,
  MARKED_AFTER,
  MEANWHILE,
  MISFIT,
  NEARLY_DONE,
  NO_HOLD,
  NO_RIBBON_ANEW,
  NOT_NARROWED,
  NOT_OPENED,
  NOT_RESUMED,
  OLDER_LEDGER,
  OTHER_KEY,
  OTHER_KIOSK,
  RIGHT_VAULT_BACK,
  ROWS,
  rightFiles,
  SETTLE,
  TAMPERED,
  TWO_EPOCHS,
  twoEpochs,
  UNDER_A_HOLD,
  UNOPENED,
} from './misfit-tests.ts';
import type { Protection } from './protection.ts';

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
    failing: {
      [HOSTILE]: EVERY,
      [TAMPERED]: [...EVERY_TAMPERED, KEY_THERE],
      [COPIES]: ['first-release', 'vault-12-ledger-10'].map(copiesOf),
      [MEANWHILE]: RIGHT_VAULT_BACK,
    },
  },
  {
    name: 'misfit-closes-the-kiosk',
    what: 'Where files do not fit, nothing is done with applications.',
    source: {
      file: 'electron/keeper/start/run-keeper.ts',
      find: "if (!isHeardWithMisfit(name)) return { kind: 'files-misfit' };",
      replace: '',
    },
    failing: { [HOSTILE]: EVERY, [TAMPERED]: EVERY_TAMPERED },
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
    failing: { [COMPARE]: [MARKED_AFTER], [TAMPERED]: [BY_COUNT] },
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
      [TAMPERED]: [BY_ENTRY],
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
    failing: {
      [HOSTILE]: OLDER_LEDGER,
      [COMPARE]: ['an older ledger lacks what the vault knows'],
      [MEANWHILE]: [BESIDE_OLDER_LEDGER],
    },
  },
  {
    name: 'mark-of-the-vault-signed',
    what: 'The ledger’s mark of the vault is believed only as the key that signs now has signed it.',
    source: {
      file: 'electron/keeper/ledger/vault-mark/vault-mark.ts',
      find: "if (!verify(null, signedBytes(signer.kiosk, head, mark), key, mark.signature)) return { kind: 'altered' };",
      replace: '',
    },
    failing: {
      [HOSTILE]: [edited('signed by nobody'), edited('with another application')],
      [ROWS]: [MARK_OF_ITS_HEAD],
    },
  },
  {
    name: 'lacking-holds-restored',
    what: 'A legal hold that the ledger has and the vault lacks counts as one on everything.',
    source: { file: `${MISFIT}/note-misfits.ts`, find: 'restoreHolds(vault, found);', replace: '' },
    failing: {
      [HOSTILE]: [...HOLDS, UNDER_A_HOLD],
      [ROWS]: [NO_HOLD, LETS_GO_OF_NONE, NOT_NARROWED, NOT_RESUMED, NEARLY_DONE],
      [UNOPENED]: [HOLD_STAYS],
    },
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
    failing: {
      [HOSTILE]: [...HOLDS, CODES_GO_ON],
      [UNOPENED]: NOT_OPENED,
      [ROWS]: [...['ledger', 'keys', 'signing'].map(rightFiles), NO_RIBBON_ANEW],
      [TAMPERED]: [OTHER_KEY],
      [MEANWHILE]: [BESIDE_OLDER_LEDGER],
    },
  },
  {
    name: 'two-by-the-ledger',
    what: 'Whoever lets a kiosk go on is a supervisor by the ledger, not by the vault alone.',
    source: {
      file: `${MISFIT}/misfit-calls.ts`,
      find: "if (!filesFit.isOfTwo(by)) return err({ kind: 'not-by-ledger' });\n      if (!filesFit.isOfTwo(second)) return err({ kind: 'not-a-second-person' });",
      replace: '',
    },
    failing: {
      [HOSTILE]: [BY_THE_LEDGER],
    },
  },
  {
    name: 'codes-not-around-a-misfit',
    what: 'Where files do not fit, recovery codes let nobody in whom the ledger does not know, as long as two can go on by it.',
    source: {
      file: 'electron/keeper/recovery/codes-obstacle.ts',
      find: "return { kind: 'recovery-with-misfit' };",
      replace: 'return null;',
    },
    failing: { [HOSTILE]: [CODES_NOT_AROUND] },
  },
  {
    name: 'nothing-ends-under-a-hold',
    what: 'Two supervisors end nothing by going on while a legal hold stands.',
    source: {
      file: `${MISFIT}/files-fit.ts`,
      find: "found.misfits.some(endsSomething) && holds.all().length > 0 ? 'hold-first' : 'two-supervisors';",
      replace: "'two-supervisors';",
    },
    failing: { [HOSTILE]: [UNDER_A_HOLD] },
  },
  {
    name: 'other-files-first',
    what: 'Two supervisors do not let a kiosk go on that has another key than its ledger names: it could sign nothing of it.',
    source: {
      file: `${MISFIT}/files-fit.ts`,
      find: "if (found.misfits.some(({ kind }) => kind === 'signing-key') || isKeyForeign()) return 'other-files';",
      replace: '',
    },
    failing: {
      [HOSTILE]: [OTHER_KIOSK, CODES_GO_ON],
      [TAMPERED]: [OTHER_KEY],
      [UNOPENED]: [...NOT_OPENED, HOLD_STAYS],
      [ROWS]: [NO_RIBBON_ANEW],
    },
  },
  {
    name: 'holds-lifted-by-the-ledger',
    what: 'While files do not fit a hold is lifted only by two who are supervisors by the ledger.',
    source: {
      file: 'electron/keeper/start/run-keeper.ts',
      find: "if (name !== 'liftHold' || approval === null) return null;",
      replace: 'if (filesFit.isClosed()) return null;',
    },
    failing: { [TAMPERED]: [LIFTED_BY_THE_LEDGER] },
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
        'searches.json',
        'productions.json',
        'holds.json',
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
      find: "if (!names.every(isNear)) return { kind: 'misfit' };",
      replace: 'void isNear;',
    },
    failing: {
      [SETTLE]: [
        twoEpochs('a later one, of which the ledger knows nothing'),
        twoEpochs('an earlier one than the one before'),
        ...['the key of now', 'the next one and the key of now'].map(beforeUpdate),
      ],
      [TAMPERED]: TWO_EPOCHS,
      [COPIES]: ['first-release', 'vault-12-ledger-10'].map(copiesOf),
    },
  },
];
