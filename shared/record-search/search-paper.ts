import type { RecordSearchPaper } from '../contract/paper.ts';
import { fingerprint, inGroups } from '../ledger/checkpoint.ts';
import { momentInWords } from '../moment-in-words.ts';
import {
  holdsInWords,
  matchInWords,
  REASON_WORDS,
  staffTextsInWords,
  VERDICT_WORDS,
} from './search-words.ts';
import type { SearchStatement } from './statement.ts';

/** More places than these are in the file alone, and more inputs of one ticket: the paper is one page. */
const MOST_PLACES = 3;
const MOST_INPUTS = 2;

/**
 * The answer of a search on paper, in English, without the name: that is added where it is printed. `digest`: SHA-256 of
 * what was signed, as hex, which ties the paper to the file and to the ledger's entry: half of it, as of a key, for the page
 * is full. `timeZone`: the kiosk's; the file of the same answer keeps UTC.
 */
export function searchOnPaper(
  statement: SearchStatement,
  digest: string,
  timeZone: string,
): RecordSearchPaper {
  const { searched, unsearchable, failed, beingErased, erasedMeanwhile, staffTexts, ledger } = statement;
  const places = placesOf(statement);
  const began = momentInWords(Date.parse(statement.began), 'en', timeZone);
  const andOfStaff = staffTexts === null ? '; texts of staff' : '';
  const doubt = statement.dateInDoubt ? ' (the kiosk’s date was in doubt)' : '';
  return {
    kind: 'record-search',
    heading: statement.build === 'evaluation' ? 'EVALUATION: record search' : 'Record search',
    rows: [
      { label: 'Answer', value: VERDICT_WORDS[statement.verdict] },
      ...(places.length === 0 ? [] : [{ label: 'Held in', value: heldIn(places) }]),
      { label: 'Opened and searched', value: `${searched}` },
      {
        label: 'Not searched',
        value: `${unsearchable} encrypted, not searchable; ${failed} whose search failed${andOfStaff}`,
      },
      { label: 'Being erased', value: `${beingErased}` },
      { label: 'Erased meanwhile', value: `${erasedMeanwhile}` },
      { label: 'Legal holds', value: holdsInWords(statement.holds) },
      { label: 'Kiosk', value: statement.kioskName },
      { label: 'When', value: `${began}${doubt}` },
      { label: 'Reason', value: REASON_WORDS[statement.reason] },
      { label: 'Asked by', value: `${statement.by} and ${statement.second}` },
      { label: 'Ledger', value: `entry ${ledger.sequence}, ${inGroups(ledger.hash.slice(0, 16))}` },
      { label: 'SHA-256 of the answer', value: `${fingerprint(digest)} (its first half)` },
      { label: 'Digest of the name', value: inGroups(statement.name) },
    ],
    notes: SEARCH_LIMITS,
  };
}

/** Where the name is held: the texts of staff first, which are one place. */
function placesOf({ staffTexts, matches }: SearchStatement): readonly string[] {
  const ofStaff = (staffTexts ?? []).length === 0 ? [] : [staffTextsInWords(staffTexts ?? [], MOST_INPUTS)];
  return [...ofStaff, ...matches.map((match) => matchInWords(match, MOST_INPUTS))];
}

function heldIn(places: readonly string[]): string {
  const rest = places.length - MOST_PLACES;
  const told = places.slice(0, MOST_PLACES);
  return [...told, ...(rest > 0 ? [`and ${rest} more, in the file`] : [])].join(', ');
}

/** What an answer does not say, on every paper. */
const SEARCH_LIMITS = [
  'Before anyone acts on this paper, the second supervisor compares the name on it with the name they approved.',
  'This kiosk only, and only what it holds now. Not the printer, other kiosks, paper, or cards that were handed over.',
  'Every text of an application was searched, as last typed and as last printed. So were names of staff and kiosk, counsel’s references, and notices. Pictures, dates, the policy, and settings weren’t.',
  'Capitals, accents, hyphens, apostrophes, dots, spaces, and the order of words make no difference, and neither does an extra or missing word. A name in which one word differs isn’t found. Examples: an initial instead of a name, a nickname, ue for ü, a similar sound, another alphabet.',
  'Applications that are being erased have no key any more and can’t be opened. Until that is done, the process that looks for what is left of one, or the printer, may still know whose it is.',
];
