import { parseBirthDate } from '../../../shared/application/birth-date.ts';
import { type CalendarDate, dayText } from '../../../shared/calendar.ts';
import { formatCardNumber } from '../../../shared/card/card-number.ts';
import { patternsOfBytes, patternsOfValue, type SearchPattern } from '../../../shared/remanence/patterns.ts';
import { windowsOf } from '../../../shared/remanence/windows.ts';
import { type ApplicationRecord, validAnswers } from './record.ts';

const PHOTO_WINDOWS = 32;

/** Drops the photo. Windows of it stay, so that copies of a photo that was taken again are looked for as well. */
export function forgetPhoto(record: ApplicationRecord): void {
  if (record.photo === null) return;
  record.made.push(...windowsOf(record.photo, PHOTO_WINDOWS));
  record.photo.fill(0);
  record.photo = null;
}

/** What to look for, and how many values and windows that stands for. */
export interface ApplicantPatterns {
  readonly patterns: readonly SearchPattern[];
  readonly values: number;
  readonly windows: number;
}

/**
 * Everything of this applicant that could lie somewhere: each answer as typed and as printed, the birth date
 * in the forms that the card and our own records use, the card number, the key, windows of the photo and of all
 * that was made, and the random ids and keyed hashes that named the application (`names`, in hex). Values too short
 * to be searched by themselves (days, months, very short names) yield no pattern; nor do those that stand in `known`,
 * the texts that the kiosk itself holds: a clerk who is a resident, too, would otherwise be found on the list of staff.
 */
export function applicantPatterns(
  record: ApplicationRecord,
  { registered, names }: { readonly registered: readonly Uint8Array[]; readonly names: readonly string[] },
  today: CalendarDate,
  known: readonly string[],
): ApplicantPatterns {
  const { answers } = record;
  const values: (readonly [string, string])[] = [
    ['name', answers.name],
    ['chosen name', answers.chosenName],
    ['gender', answers.gender],
    ['emergency name', answers.emergencyName],
    ['emergency phone', answers.emergencyPhone],
    ['library number', answers.libraryNumber],
  ];
  const printed = validAnswers(record, today);
  if (printed !== null) {
    const { name, chosenName, gender, emergencyContact, libraryNumber } = printed;
    const others = [name, chosenName, gender, emergencyContact?.name, emergencyContact?.phone, libraryNumber];
    const typed = values.map(([, value]) => value);
    for (const value of others)
      if (typeof value === 'string' && !typed.includes(value)) values.push(['printed answer', value]);
  }
  for (const form of birthDateForms(record, today)) values.push(['birth date', form]);
  if (record.cardNumber !== null) {
    values.push(['card number', record.cardNumber], ['card number', formatCardNumber(record.cardNumber)]);
  }
  const ofValues = values
    .filter(([, value]) => value !== '' && !known.some((text) => holds(text, value)))
    .map(([label, value]) => patternsOfValue(label, value))
    .filter((patterns) => patterns.length > 0);
  const photo = record.photo === null ? [] : windowsOf(record.photo, PHOTO_WINDOWS);
  const windows = [...photo, ...record.made, ...registered];
  return {
    patterns: [
      ...ofValues.flat(),
      ...patternsOfBytes('key', record.key),
      ...names.flatMap(patternsOfName),
      // Raw only: base64 and hex of a picture are made by nothing of ours, and 500 windows in 6 forms
      // would slow the search for every applicant.
      ...windows.map((bytes) => ({ label: 'picture', encoding: 'raw' as const, bytes })),
    ],
    values: ofValues.length + 1 + names.length,
    windows: windows.length,
  };
}

/** As the bytes that it is, and as the text that stands in a row. */
function patternsOfName(hex: string): readonly SearchPattern[] {
  const label = 'name of the application';
  return [...patternsOfBytes(label, Buffer.from(hex, 'hex')), ...patternsOfValue(label, hex)];
}

function holds(text: string, value: string): boolean {
  const plain = (either: string): string => either.normalize('NFC').toLowerCase();
  return plain(text).includes(plain(value.trim()));
}

/** The birth date as somebody might have written it into one piece of text. */
function birthDateForms(record: ApplicationRecord, today: CalendarDate): readonly string[] {
  const { birthDay: day, birthMonth: month, birthYear: year } = record.answers;
  const date = parseBirthDate({ day, month, year }, today);
  if (!date.ok) return [];
  const text = dayText(date.value);
  return [text, text.replaceAll('-', ''), `"birthYear":"${year}"`];
}
