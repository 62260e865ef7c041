import { declaredFieldInWords } from '../application/field-words.ts';
import { fieldOf, fields, type TextInputName } from '../application/fields.ts';
import type { SearchReason } from '../ledger/reasons.ts';
import type { NameMatch } from './match-names.ts';
import type { StaffTextSource } from './staff-texts.ts';
import type { ReadSearchStatement, RecordMatch, SearchFindings, SearchVerdict } from './statement.ts';

// What an answer says in English, on paper and where a file of it is checked.

/** Why it was asked. */
export const REASON_WORDS: Readonly<Record<SearchReason, string>> = {
  subpoena: 'Subpoena',
  'court-order': 'Court order',
  'records-request': 'Records request',
  'own-request': 'Request of the person',
};

/** What it came to, at the moment that the answer names. */
export const VERDICT_WORDS: Readonly<Record<SearchVerdict, string>> = {
  found: 'Found: an application, or a text that staff typed, has this name, or may have it, as listed.',
  'not-found':
    'Not found: every application that was there when the search began was opened. Neither in one of them nor in a text of staff was this name typed.',
  'not-known': 'Not known: nothing that was searched has this name, and not everything could be searched.',
};

/** The same of answers from before texts of staff were searched. */
const VERDICT_WORDS_BEFORE: Readonly<Record<SearchVerdict, string>> = {
  found: 'Found: at least one application has this name, or may have it, as listed.',
  'not-found':
    'Not found: every application that was there when the search began was opened, and none has this name in a text that was typed.',
  'not-known':
    'Not known: no application that was opened has this name in a text that was typed, and not all could be opened.',
};

/** What an answer of any format came to. */
export function verdictInWords(statement: ReadSearchStatement): string {
  return ('staffTexts' in statement ? VERDICT_WORDS : VERDICT_WORDS_BEFORE)[statement.verdict];
}

const SOURCES: Readonly<Record<StaffTextSource, string>> = {
  'counsel-reference': 'counsel’s reference',
  notice: 'notice of a suspension',
  'kiosk-name': 'kiosk’s name',
  'staff-name': 'name of staff',
};

const MATCHES: Readonly<Record<NameMatch, string>> = {
  'as-typed': 'exactly as asked',
  'other-spelling': 'in another spelling',
  'other-order': 'in another order of words',
  'more-or-fewer-words': 'with more or fewer words',
  'one-word-of-it': 'possibly: one word of it alone',
};

function inputInWords(input: TextInputName): string {
  const name = fieldOf(input);
  const words = declaredFieldInWords(name);
  const field = fields[name];
  return field.kind === 'contact' && input === field.inputs[1] ? `phone number of the ${words}` : words;
}

/** Where one application has the name; of more than `most` inputs the first. */
export function matchInWords({ ticket, day, found }: RecordMatch, most: number): string {
  const where = found.slice(0, most).map(({ input, match }) => `${inputInWords(input)}, ${MATCHES[match]}`);
  const rest = found.length - where.length;
  return `Ticket ${ticket} of ${day} (${[...where, ...(rest > 0 ? [`and ${rest} more`] : [])].join('; ')})`;
}

/** Legal holds in force when it began. */
export function holdsInWords(holds: ReadSearchStatement['holds']): string {
  const onEverything = holds.filter(({ scope }) => scope === 'all').length;
  return `${onEverything} on everything, ${holds.length - onEverything} on named tickets`;
}

/** Which texts of staff have the name; of more than `most` kinds the first. */
export function staffTextsInWords(found: NonNullable<SearchFindings['staffTexts']>, most: number): string {
  const where = found.slice(0, most).map(({ source, match }) => `${SOURCES[source]}, ${MATCHES[match]}`);
  const rest = found.length - where.length;
  return `Texts of staff (${[...where, ...(rest > 0 ? [`and ${rest} more`] : [])].join('; ')})`;
}
