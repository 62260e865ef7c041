import { parseBirthDate } from '../../../shared/application/birth-date.ts';
import type { CalendarDate } from '../../../shared/calendar.ts';
import { formatCardNumber } from '../../../shared/card/card-number.ts';
import { patternsOfBytes, patternsOfValue, type SearchPattern } from '../../../shared/remanence/patterns.ts';
import { windowsOf } from '../../../shared/remanence/windows.ts';
import type { ApplicationRecord } from './record.ts';

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
 * Everything of this applicant that could lie somewhere: each answer, the birth date in the forms that the
 * card and our own records use, the card number, the key, and windows of the photo and of all that was made.
 * Values too short to be searched by themselves (days, months, very short names) yield no pattern.
 */
export function applicantPatterns(
  record: ApplicationRecord,
  registered: readonly Uint8Array[],
  today: CalendarDate,
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
  for (const form of birthDateForms(record, today)) values.push(['birth date', form]);
  if (record.cardNumber !== null) {
    values.push(['card number', record.cardNumber], ['card number', formatCardNumber(record.cardNumber)]);
  }
  const ofValues = values
    .filter(([, value]) => value !== '')
    .map(([label, value]) => patternsOfValue(label, value))
    .filter((patterns) => patterns.length > 0);
  const photo = record.photo === null ? [] : windowsOf(record.photo, PHOTO_WINDOWS);
  const windows = [...photo, ...record.made, ...registered];
  return {
    patterns: [
      ...ofValues.flat(),
      ...patternsOfBytes('key', record.key),
      // Raw only: base64 and hex of a picture are made by nothing of ours, and 500 windows in 6 forms
      // would slow the search for every applicant.
      ...windows.map((bytes) => ({ label: 'picture', encoding: 'raw' as const, bytes })),
    ],
    values: ofValues.length + 1,
    windows: windows.length,
  };
}

/** The birth date as somebody might have written it into one piece of text. */
function birthDateForms(record: ApplicationRecord, today: CalendarDate): readonly string[] {
  const { birthDay: day, birthMonth: month, birthYear: year } = record.answers;
  const date = parseBirthDate({ day, month, year }, today);
  if (!date.ok) return [];
  const two = (value: number): string => String(value).padStart(2, '0');
  const { year: y, month: m, day: d } = date.value;
  return [`${y}-${two(m)}-${two(d)}`, `${y}${two(m)}${two(d)}`, `"birthYear":"${year}"`];
}
