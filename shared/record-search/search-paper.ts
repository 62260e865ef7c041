import type { TextInputName } from '../application/fields.ts';
import type { RecordSearchPaper } from '../contract/paper.ts';
import { inGroups } from '../ledger/checkpoint.ts';
import type { SearchReason } from '../ledger/reasons.ts';
import type { NameMatch } from './match-names.ts';
import type { SearchStatement, SearchVerdict } from './statement.ts';

const REASONS: Readonly<Record<SearchReason, string>> = {
  subpoena: 'Subpoena',
  'court-order': 'Court order',
  'records-request': 'Records request',
  'own-request': 'Request of the person',
};

const VERDICTS: Readonly<Record<SearchVerdict, string>> = {
  found: 'Found: this kiosk holds this name.',
  'not-found': 'Not found: this kiosk holds no application with this name.',
  'not-known':
    'Not known: no application that could be opened holds this name, and some applications could not be opened.',
};

const MATCHES: Readonly<Record<NameMatch, string>> = {
  'as-typed': 'exactly as asked',
  'other-spelling': 'in another spelling',
  'other-order': 'in another order of words',
  'more-or-fewer-words': 'with more or fewer words',
};

/** Whose name stands in an input. An input that is new has no words yet, and is named as the files name it. */
const INPUTS: Readonly<Partial<Record<TextInputName, string>>> = {
  name: 'name',
  chosenName: 'chosen name',
  emergencyName: 'emergency contact',
};

/** More tickets than these are in the file alone. */
const MOST_TICKETS = 5;

/** The answer of a search on paper, in English, without the name: that is added where it is printed. */
export function searchOnPaper(statement: SearchStatement): RecordSearchPaper {
  const { kioskName, began, reason, verdict, searched, unsearchable, beingErased, matches } = statement;
  const tickets = matches.slice(0, MOST_TICKETS).map(({ ticket, found }) => {
    const where = found.map(({ input, match }) => `${INPUTS[input] ?? input}, ${MATCHES[match]}`);
    return `Ticket ${ticket} (${where.join('; ')})`;
  });
  const rest = matches.length - tickets.length;
  return {
    kind: 'record-search',
    heading: statement.build === 'evaluation' ? 'EVALUATION: record search' : 'Record search',
    rows: [
      { label: 'Answer', value: VERDICTS[verdict] },
      ...(matches.length === 0
        ? []
        : [
            {
              label: 'Held in',
              value: [...tickets, ...(rest > 0 ? [`and ${rest} more, in the file`] : [])].join(', '),
            },
          ]),
      { label: 'Opened and searched', value: `${searched}` },
      { label: 'Could not be opened', value: `${unsearchable}` },
      { label: 'Being erased', value: `${beingErased}` },
      { label: 'Kiosk', value: kioskName },
      { label: 'When', value: began },
      { label: 'Reason', value: REASONS[reason] },
      { label: 'Asked by', value: `${statement.by} and ${statement.second}` },
      {
        label: 'Ledger',
        value: `entry ${statement.ledger.sequence}, ${inGroups(statement.ledger.hash.slice(0, 16))}`,
      },
      { label: 'Digest of the name', value: inGroups(statement.name) },
    ],
    notes: SEARCH_LIMITS,
  };
}

/** What an answer does not say, on every paper. */
const SEARCH_LIMITS = [
  'This kiosk only, and only what it holds now. Not the printer, not other kiosks, not paper, not cards that were handed over.',
  'Capitals, accents, hyphens, apostrophes, dots, spaces and the order of words make no difference. A name that only sounds alike is not found, nor one in another alphabet.',
  'Names are looked for in the applicant’s name, chosen name and emergency contact. Applications that are being erased have no key any more: nobody can tell whose they were.',
];
