import type { LedgerReader } from '../../electron/keeper/ledger/ledger.ts';
import { digestOfAnswer } from '../../electron/keeper/record-search/search-statement.ts';
import type { Checkpoint } from '../../shared/ledger/checkpoint.ts';
import type { LedgerEntry } from '../../shared/ledger/entries.ts';
import type { ReadSearchStatement } from '../../shared/record-search/statement.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { openLedgerOrExport } from './read-ledger.ts';
import { sentenceOfBroken } from './sentences.ts';

/** An entry of an answer, with its own number. */
interface Entered {
  readonly sequence: number;
  readonly entry: Extract<LedgerEntry, { readonly kind: 'record-search-answered' }>;
}

/**
 * Whether this is the answer that the kiosk entered for its search: signed with the kiosk's key it may have been by
 * whoever has the disk, at any time. Only entries that the checkpoint speaks for count: later ones can be written anew.
 * Code 1: the ledger does not hold, does not tell of this search, or has no answer of it or another one.
 */
export function compareWithLedger(
  path: string,
  statement: ReadSearchStatement,
  checkpoint: Checkpoint,
): Outcome {
  const opened = openLedgerOrExport(path);
  if (!opened.ok) return refused(opened.error);
  const ledger = opened.value;
  try {
    const verdict = ledger.verify({ checkpoint });
    if (!verdict.ok) return { code: 1, say: sentenceOfBroken(verdict.error) };
    const { sequence } = statement.ledger;
    if (
      !ledger.verify({ checkpoint: statement.ledger }).ok ||
      !isOfSearch(ledger.entryAt(sequence), statement)
    )
      return { code: 1, say: `Entry ${sequence} of this ledger is not the one that tells of this search.` };
    return sentenceOf(
      statement,
      answersTo(ledger, sequence).filter((each) => each.sequence <= checkpoint.sequence),
      checkpoint,
    );
  } finally {
    ledger.close();
  }
}

function isOfSearch(entry: LedgerEntry | null, { by, second, reason }: ReadSearchStatement): boolean {
  return (
    entry?.kind === 'records-searched' &&
    entry.by === by &&
    entry.second === second &&
    entry.reason === reason
  );
}

/** In a ledger that was verified: nothing in it is left out. */
function answersTo(ledger: LedgerReader, search: number): readonly Entered[] {
  const found: Entered[] = [];
  let sequence = search;
  for (const entry of ledger.since(search)) {
    sequence += 1;
    if (entry.kind === 'record-search-answered' && entry.searchEntry === search)
      found.push({ sequence, entry });
  }
  return found;
}

function sentenceOf(
  statement: ReadSearchStatement,
  [first, ...more]: readonly Entered[],
  { sequence: upTo }: Checkpoint,
): Outcome {
  const search = statement.ledger.sequence;
  if (first === undefined)
    return {
      code: 1,
      say: `Up to entry ${upTo}, that of the checkpoint, the ledger has no answer to this search. The search was canceled or the kiosk stopped before it answered, or the checkpoint is older than the answer, or the program of that time entered no answers. So nothing proves that the kiosk gave this one.`,
    };
  // A kiosk enters one. Whoever wrote the second has its key, and may have written the first.
  if (more.length > 0)
    return {
      code: 1,
      say: `The ledger has ${more.length + 1} answers to this search, in the entries ${[first, ...more].map(({ sequence }) => sequence).join(', ')}, and a kiosk enters one: somebody else wrote with its key.`,
    };
  const { sequence, entry } = first;
  if (entry.answer !== digestOfAnswer(statement))
    return {
      code: 1,
      say: `This is another answer than the kiosk entered: entry ${sequence} has another SHA-256 for the search of entry ${search}. It was signed with the kiosk’s key all the same: ask who had its disk.`,
    };
  return done(`It is the answer that the kiosk entered for this search: entry ${sequence} has its SHA-256.`);
}
