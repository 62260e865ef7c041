import {
  HOLD_STAYS,
  NEARLY_DONE,
  NO_PRACTICE,
  NO_RIBBON_ANEW,
  NOT_RESUMED,
  UNOPENED,
} from './misfit-tests.ts';
import type { Protection } from './protection.ts';

const MISFIT = 'electron/keeper/misfit';
const MARK = 'electron/keeper/ledger/vault-mark/vault-mark.ts';
const HOSTILE = 'tests/hostile/rows-written-by-hand.test.ts';

const written = (what: string): string =>
  `an entry that somebody wrote among those that wait for the ledger > ${what}`;
const NO_HOLD = written('ends no legal hold: it is not signed, the hold stands, and nobody enters it');
const NO_RIBBON = written('destroys no used ribbon in the name of two people');
const NO_SUPERVISOR = written('makes no supervisor count');
const OWN = written(
  'of the kiosk’s own is signed, and a start believes it also where the ledger was not reached',
);
const TO_BEGIN = 'electron/keeper/data-folder/ledger-to-begin.ts';
const TOLD = 'tests/hostile/told-to-begin-anew.test.ts';
const told = (where: string): string =>
  `a kiosk that its vault tells to put its ledger aside does not start, and nothing is renamed > ${where}`;
const STILL_THERE = told('where an application is there');
const ERASURES =
  'recovery codes > where the key is gone end an erasure as well that stands still: nothing of it keeps the kiosk from beginning anew';
const rightFiles = (which: string): string =>
  `the right files put back > after another ${which} end nothing: two supervisors confirm them, and what is open opens`;

/** What keeps rows of a vault from being believed that nobody at the kiosk wrote. */
export const protectionsOfRows: readonly Protection[] = [
  {
    name: 'acts-that-wait-are-signed',
    what: 'What lets go of a hold, changes the staff or tells what two people did counts while it waits for the ledger only under the kiosk’s signature.',
    source: {
      file: `${MISFIT}/found-at-start.ts`,
      find: '!isSignedAct(each.entry) || isSignedBy(signers, each)',
      replace: 'true || isSignedAct(each.entry) || isSignedBy(signers, each)',
    },
    failing: {
      [HOSTILE]: [NO_HOLD, NO_PRACTICE, NOT_RESUMED, NO_RIBBON, NO_RIBBON_ANEW, NO_SUPERVISOR, OWN],
    },
  },
  {
    name: 'unsigned-acts-dropped',
    what: 'An entry that nobody signed is in no ledger when two supervisors have let the kiosk go on.',
    source: {
      file: `${MISFIT}/go-on-by-ledger.ts`,
      find: 'dropPending(port.vault.database, found.unsigned);',
      replace: 'void dropPending;',
    },
    failing: { [HOSTILE]: [NO_HOLD, NO_PRACTICE, NO_RIBBON, NO_SUPERVISOR] },
  },
  {
    name: 'unsigned-acts-dropped-by-codes',
    what: 'An entry that nobody signed is in no ledger that two people with recovery codes begin.',
    source: {
      file: 'electron/keeper/start/calls.ts',
      find: 'dropPending(vault.database, found.unsigned);',
      replace: 'void [dropPending, vault, found];',
    },
    failing: { [HOSTILE]: [NO_RIBBON_ANEW] },
  },
  {
    name: 'no-hold-lifted-unsigned',
    what: 'Where nothing can be signed nobody lifts a hold: no start would believe it.',
    source: {
      file: 'electron/keeper/start/run-keeper.ts',
      find: "name === 'liftHold' && filesFit.now()?.wayOn === 'other-files'",
      replace: "name === 'liftHold' && filesFit.now()?.wayOn === undefined",
    },
    failing: { [UNOPENED]: [HOLD_STAYS] },
  },
  {
    name: 'codes-under-a-hold-of-the-ledger',
    what: 'Where nothing can be signed a hold of the ledger keeps recovery codes from working, whatever the vault says of it.',
    source: {
      file: 'electron/keeper/recovery/codes-obstacle.ts',
      find: 'found.ledger.holds.size > 0',
      replace: 'found.ledger.holds.size > 9',
    },
    failing: {
      [UNOPENED]: [HOLD_STAYS],
      'electron/keeper/recovery/use-codes.test.ts': [
        'recovery codes open nothing that is there > and are looked at where files do not fit only if nobody can go on with them: then all that is there ends',
      ],
    },
  },
  {
    name: 'held-names-told',
    what: 'A hold on named tickets that lets go of one of them is none any more, and counts as one on everything.',
    source: {
      file: `${MISFIT}/compare-with-ledger.ts`,
      find: ' && !hasLetGo(hold, vault, mark)',
      replace: ' && (true || !hasLetGo(hold, vault, mark))',
    },
    failing: {
      [HOSTILE]: [
        'a legal hold on named tickets lets go of none of them, whatever name is written in its place',
        NEARLY_DONE,
      ],
    },
  },
  {
    name: 'mark-of-this-head',
    what: 'The ledger’s mark of the vault counts only with the last entry that it was signed with.',
    source: {
      file: MARK,
      find: 'const place = [eightBytes(head.sequence), head.hash];',
      replace: 'const place = [eightBytes(head.sequence), head.hash].slice(2);',
    },
    failing: {
      [HOSTILE]: [
        'a mark of the vault is believed with the end of the ledger that it was signed with, and with no later one',
      ],
    },
  },
  {
    name: 'begins-anew-unused',
    what: 'A kiosk begins anew only with a vault that has no application and knows no end of a ledger.',
    source: {
      file: TO_BEGIN,
      find: 'pendingCount(vault.database) === 0 || !isUnused(vault)',
      replace: 'pendingCount(vault.database) === 0 || (false && !isUnused(vault))',
    },
    failing: { [TOLD]: [STILL_THERE] },
  },
  {
    name: 'begins-anew-by-its-ledger',
    what: 'A kiosk begins anew only where the ledger of before is there and says so.',
    source: {
      file: TO_BEGIN,
      find: 'return ledger !== null && isLetGoBy(ledger, vault);',
      replace: 'return ledger === null || isLetGoBy(ledger, vault);',
    },
    failing: {
      [TOLD]: [
        'a kiosk that its vault tells to begin anew does not start where the ledger of before is nowhere',
      ],
    },
  },
  {
    name: 'begins-anew-under-no-hold',
    what: 'A kiosk whose ledger has a legal hold does not put it aside.',
    source: {
      file: TO_BEGIN,
      find: 'holds.size === 0 && ',
      replace: 'holds.size < 9 && ',
    },
    failing: { [TOLD]: [told('where a legal hold stands by that ledger')] },
  },
  {
    name: 'begins-anew-after-codes',
    what: 'A kiosk puts its ledger aside only where two people used recovery codes, and are its staff.',
    source: {
      file: TO_BEGIN,
      find: ' && staff.length === 0',
      replace: ' && staff.length < 9',
    },
    failing: { [TOLD]: [told('where nobody used codes, or the staff are not the two who did')] },
  },
  {
    name: 'not-put-aside-refused',
    what: 'A ledger that was to be put aside, and was not, is no ledger of this kiosk.',
    source: {
      file: 'electron/keeper/start/judge-files.ts',
      find: "if (isEndOf(vault.kiosk.formerLedger(), ledger)) return 'other-kiosk';",
      replace: 'void isEndOf;',
    },
    failing: {
      [TOLD]: [
        told('where a legal hold stands by that ledger'),
        told('where nobody used codes, or the staff are not the two who did'),
        STILL_THERE,
      ],
      'tests/hostile/keys-that-do-not-open.test.ts': [
        'a sign-in opens no application > where the vault says that this ledger was to be put aside, and no name is left for it: it does not start',
      ],
    },
  },
  {
    name: 'nothing-heard-between-ledgers',
    what: 'A kiosk that begins anew hears nothing before its next ledger is open that the next start could not believe.',
    source: {
      file: 'electron/keeper/data-folder/former-ledger.ts',
      find: '(isEndOf(former, ledger) || ledger.head() === undefined)',
      replace: 'isEndOf(former, ledger)',
    },
    failing: {
      'electron/keeper/signing/lost-keys.test.ts': [
        'where its next ledger can’t be opened yet, nothing is heard that the next start could not believe; the kiosk starts again',
      ],
    },
  },
  {
    name: 'roll-owed-by-signature',
    what: 'That a key was lost with a power cut counts only where that key has signed that codes were used.',
    source: {
      file: 'electron/keeper/signing/key-at-recovery.ts',
      find: 'if (!isOwedBySignature(key, former)) return;',
      replace: 'void isOwedBySignature;',
    },
    failing: {
      [TOLD]: [
        'a kiosk that its vault tells to have lost its key goes on with it: nobody has used codes under that one',
        'a kiosk that has begun anew does not once more because its vault tells it to: codes that its ledger has from the one before were used under no key of it',
      ],
    },
  },
  {
    name: 'no-key-lost-under-a-hold',
    what: 'A kiosk under a legal hold that was set since codes were used stays as it is.',
    source: {
      file: 'electron/keeper/start/key-at-recovery-of.ts',
      find: ' || holds.all().length > 0',
      replace: ' || holds.all().length > 9',
    },
    failing: {
      'electron/keeper/signing/lost-keys.test.ts': [
        'where the next key can’t be sealed, and the power goes before another one is > a legal hold that was set since keeps the kiosk as it is',
      ],
    },
  },
  {
    name: 'codes-end-erasures',
    what: 'Codes that end all that is there end erasures as well that stand still.',
    source: {
      file: `${MISFIT}/go-on-by-ledger.ts`,
      find: 'const erased = vault.allIds();',
      replace: 'const erased = vault.openIds();',
    },
    failing: { [TOLD]: [ERASURES] },
  },
  {
    name: 'older-codes-end',
    what: 'Recovery codes of an older vault are in force no more once two supervisors have let the kiosk go on.',
    source: {
      file: `${MISFIT}/go-on-by-ledger.ts`,
      find: 'port.recovery.reconsider();',
      replace: 'void port.recovery;',
    },
    failing: {
      [TOLD]: [
        'recovery codes > of a vault that was put back are in force no more once two supervisors have let the kiosk go on',
      ],
    },
  },
  {
    name: 'held-and-erased-told',
    what: 'An erasure of what a standing hold froze is told: no program lets one begin.',
    source: {
      file: `${MISFIT}/compare-with-ledger.ts`,
      find: 'if (heldButErased({ applications, open, held }).some(({ hold }) => hold === identifier)) return true;',
      replace: '',
    },
    failing: { [HOSTILE]: [NEARLY_DONE] },
  },
  {
    name: 'destroyed-by-more-than-a-row',
    what: 'While files do not fit an erasure whose key is there stands still, also where its row says that the key is gone.',
    source: {
      file: `${MISFIT}/frozen-holds.ts`,
      find: ' && !hasKey(application)',
      replace: ' && (true || !hasKey(application))',
    },
    failing: { [HOSTILE]: [NEARLY_DONE] },
  },
  {
    name: 'holds-entered-by-holds',
    what: 'What a hold stops is entered by the policy, also while files do not fit and all stands still.',
    source: {
      file: 'electron/keeper/holds/verdict.ts',
      find: 'holds: { verdict: holds.byHolds }',
      replace: "holds: { verdict: Reflect.get(holds, 'verdict') }",
    },
    failing: {
      'tests/hostile/tampered-files.test.ts': ['stop', 'complete'].map(
        (wipeBegun) =>
          `while files do not fit > what a hold stops is entered by the policy, "${wipeBegun}", and not by what stands still`,
      ),
    },
  },
  {
    name: 'ends-by-this-start',
    what: 'Where the right files were put back nothing ends, whatever an earlier start noted.',
    source: {
      file: `${MISFIT}/files-fit.ts`,
      find: 'if (found.misfits.some(endsAll)) return vault.openIds();',
      replace: 'if (misfits.some(endsAll)) return vault.openIds();',
    },
    failing: { [HOSTILE]: [rightFiles('ledger')] },
  },
];
