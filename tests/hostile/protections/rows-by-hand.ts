import type { Protection } from './protection.ts';

const MISFIT = 'electron/keeper/misfit';
const MARK = 'electron/keeper/ledger/vault-mark/vault-mark.ts';
const HOSTILE = 'tests/hostile/rows-written-by-hand.test.ts';

const written = (what: string): string =>
  `an entry that somebody wrote among those that wait for the ledger > ${what}`;
const NO_HOLD = written('ends no legal hold: it is not signed, the hold stands, and nobody enters it');
const NO_SUPERVISOR = written('makes no supervisor count');
const OWN = written(
  'of the kiosk’s own is signed, and a start believes it also where the ledger was not reached',
);
const rightFiles = (which: string): string =>
  `the right files put back > after another ${which} end nothing: two supervisors confirm them, and what is open opens`;

/** What keeps rows of a vault from being believed that nobody at the kiosk wrote. */
export const protectionsOfRows: readonly Protection[] = [
  {
    name: 'acts-that-wait-are-signed',
    what: 'That a hold ended, or who works here, counts while it waits for the ledger only under the kiosk’s signature.',
    source: {
      file: `${MISFIT}/found-at-start.ts`,
      find: '!isSignedAct(each.entry) || isSignedBy(signers, each)',
      replace: 'true || isSignedAct(each.entry) || isSignedBy(signers, each)',
    },
    failing: { [HOSTILE]: [NO_HOLD, NO_SUPERVISOR, OWN] },
  },
  {
    name: 'unsigned-acts-dropped',
    what: 'An entry that nobody signed is in no ledger when two supervisors have let the kiosk go on.',
    source: {
      file: `${MISFIT}/go-on-by-ledger.ts`,
      find: 'dropPending(port.vault.database, found.unsigned);',
      replace: 'void dropPending;',
    },
    failing: { [HOSTILE]: [NO_HOLD, NO_SUPERVISOR] },
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
      file: 'electron/keeper/data-folder/missing-file.ts',
      find: 'pendingCount(vault.database) > 0 && isUnused(vault)',
      replace: 'pendingCount(vault.database) > 0 && (true || isUnused(vault))',
    },
    failing: {
      [HOSTILE]: ['as it is', 'that knows no head'].map(
        (how) =>
          `a kiosk that is told by its rows to begin anew > does not, ${how}: without its ledger it does not start, and no key is overwritten`,
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
