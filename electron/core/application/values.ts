import { type Answers, answersSoFar } from '../../../shared/application/answers.ts';
import { isWholeDate } from '../../../shared/application/birth-date.ts';
import {
  datesOf,
  type FieldValues,
  fieldNames,
  fields,
  type InputName,
  inputNames,
  textsOf,
} from '../../../shared/application/fields.ts';
import type { CalendarDate } from '../../../shared/calendar.ts';
import { formatPrintedNumber } from '../../../shared/card/number/printed-number.ts';
import { formsOfDay } from '../../../shared/forms-of-day.ts';
import { offeredRoutes } from '../../../shared/programme/routes.ts';
import { fingerprintsOf } from '../../../shared/remanence/fingerprints.ts';
import { patternsOfBytes, patternsOfValue, type SearchPattern } from '../../../shared/remanence/patterns.ts';
import { residentRules } from '../../../shared/residents/resident-rules.ts';
import { type ApplicationRecord, PHOTO_FINGERPRINTS } from './record.ts';

/** What to look for, what that stands for, and what of it is not looked for. */
export interface ApplicantPatterns {
  readonly patterns: readonly SearchPattern[];
  /** Values that are looked for, each in all its forms. */
  readonly values: number;
  readonly fingerprints: number;
  /** Values too short to be looked for by themselves: days, months, very short names. */
  readonly tooShort: number;
  /** Values that the kiosk itself writes about others, and words of its own: they would be found where nobody left them. */
  readonly alsoOwn: number;
}

/** One value, by what it is. */
type Value = readonly [label: string, text: string];

/** The inputs whose text says nothing alone: the year of a date, and what is chosen for a mark. */
const plainInputs = fieldNames.flatMap((name): readonly InputName[] => {
  const field = fields[name];
  return field.kind === 'date' ? [field.inputs[2]] : field.kind === 'mark' ? field.inputs : [];
});

/**
 * Everything of this applicant that could lie somewhere: each input as typed and as printed, a date in the forms that
 * the product makes of it, the card number, the key, fingerprints of the photo and of all that was made, and the random ids
 * and keyed hashes that named the application (`names`, in hex). It follows from the declaration of the fields, so that
 * none is forgotten. `own`: what the kiosk's own files hold in clear, about nobody who applies (names of kiosk and staff,
 * for a clerk may be a resident, too, and days): that would be found where nobody left it.
 */
export function applicantPatterns(
  record: ApplicationRecord,
  { registered, names }: { readonly registered: readonly Uint8Array[]; readonly names: readonly string[] },
  today: CalendarDate,
  own: readonly string[],
): ApplicantPatterns {
  const { answers, policy, cardNumber } = record;
  const held = answersSoFar(answers, policy.fields, today);
  const typed = inputNames.map((input): Value => [input, answers[input]]);
  const printed = textsOf(held).flatMap(({ field, text }): readonly Value[] =>
    text === answers[field] ? [] : [[`${field} as printed`, text]],
  );
  const days = datesOf(held).flatMap(({ field, date }) =>
    // A year alone stands in every file.
    (isWholeDate(date) ? formsOfDay(date) : []).map((form): Value => [field, form]),
  );
  const numbers: readonly Value[] =
    cardNumber === null
      ? []
      : [
          ['card number', cardNumber],
          ['card number', formatPrintedNumber(cardNumber)],
        ];
  const given = [...typed, ...printed, ...asRecorded(answers, held), ...days, ...numbers]
    .filter(([, text]) => text.trim() !== '')
    .map(([label, text]) => ({ text, patterns: patternsOfValue(label, text) }));
  const longEnough = given.filter(({ patterns }) => patterns.length > 0);
  const sought = longEnough.filter(({ text }) => !own.some((each) => contains(each, text)));
  const photo = record.photo === null ? [] : fingerprintsOf(record.photo, PHOTO_FINGERPRINTS);
  const fingerprints = [...photo, ...record.made, ...registered];
  return {
    patterns: [
      ...sought.flatMap(({ patterns }) => patterns),
      ...patternsOfBytes('key', record.key),
      ...names.flatMap(patternsOfName),
      // Raw only: base64 and hex of a picture are made by nothing of ours, and 500 fingerprints in 6 forms
      // would slow the search for every applicant.
      ...fingerprints.map((bytes) => ({ label: 'picture', encoding: 'raw' as const, bytes })),
    ],
    values: sought.length + 1 + names.length,
    fingerprints: fingerprints.length,
    tooShort: given.length - longEnough.length,
    alsoOwn: longEnough.length - sought.length + ownWordsOf(record, held),
  };
}

/**
 * As our own records would write it: a year, a date, a mark, the check marks and the fee, none of which says anything alone.
 * Not the route and the language: the policy writes them like that itself.
 */
function asRecorded(answers: Answers, held: FieldValues): readonly Value[] {
  const { documents, fee } = answers;
  return [
    ...plainInputs.map(
      (input): Value => [input, answers[input] === '' ? '' : `"${input}":"${answers[input]}"`],
    ),
    ...datesOf(held).map(({ field, date }): Value => [field, `"${field}":${JSON.stringify(date)}`]),
    ['check marks', documents.length === 0 ? '' : `"documents":${JSON.stringify(documents)}`],
    ['fee', fee === null ? '' : `"fee":${JSON.stringify(fee)}`],
  ];
}

/**
 * How many words of the kiosk's own, or of its policy, were chosen for this applicant: check marks, route and language where
 * there is a choice, what became of the fee and its amount, what a mark prints, and of a refusal the reasons and the code, which is that of
 * everybody who was refused so that day. Alone they say nothing of anybody, and would be found where nobody left them.
 */
function ownWordsOf({ answers, policy, denial }: ApplicationRecord, held: FieldValues): number {
  const { documents, route, language, fee } = answers;
  const marks = fieldNames.filter((name) => fields[name].kind === 'mark' && held[name] !== null);
  return [
    ...documents,
    ...(offeredRoutes(policy).length > 1 ? [route] : []),
    ...(residentRules(policy).languages.length > 1 ? [language] : []),
    ...(fee === null ? [] : [fee.settled, fee.cents]),
    ...marks,
    ...(denial === null ? [] : [...denial.reasons, ...(denial.code === null ? [] : [denial.code])]),
  ].length;
}

/** As the bytes that it is, and as the text that stands in a row. */
function patternsOfName(hex: string): readonly SearchPattern[] {
  const label = 'name of the application';
  return [...patternsOfBytes(label, Buffer.from(hex, 'hex')), ...patternsOfValue(label, hex)];
}

function contains(text: string, value: string): boolean {
  const plain = (either: string): string => either.normalize('NFC').toLowerCase();
  return plain(text).includes(plain(value.trim()));
}
