import type { CalendarDate } from '../calendar.ts';
import { ageOn, type BirthDate, compareDates, isWholeDate } from './birth-date.ts';
import { type FieldName, type FieldValues, fieldNames, fields } from './fields.ts';

// What may well be right and seldom is: the clerk is asked once, and goes on by the same key.

/**
 * The highest age that is taken without a question, in years. Fewer than one person in a hundred thousand is older; a
 * slip of the finger in the year is far more frequent.
 */
const UNQUESTIONED_AGE_YEARS = 110;

/** Why a valid answer is asked about. `age` in completed years; `digit` as it was typed. */
export type AnswerDoubt =
  | { readonly kind: 'very-old'; readonly age: number }
  | { readonly kind: 'born-today' }
  | { readonly kind: 'digit-in-name'; readonly digit: string };

/** A doubt, the field it is about, and what stands there: of another value it is another doubt. */
export interface FieldDoubt {
  readonly field: FieldName;
  readonly doubt: AnswerDoubt;
  readonly value: string;
}

/** The fields that hold somebody's name. */
const NAMES: readonly FieldName[] = ['name', 'chosenName', 'emergencyContact'];

function ageDoubt(birthDate: BirthDate, today: CalendarDate): AnswerDoubt | null {
  const age = ageOn(birthDate, today);
  if (age > UNQUESTIONED_AGE_YEARS) return { kind: 'very-old', age };
  return isWholeDate(birthDate) && compareDates(birthDate, today) === 0 ? { kind: 'born-today' } : null;
}

function nameDoubt(name: string): AnswerDoubt | null {
  const digit = /\p{Nd}/u.exec(name)?.[0];
  return digit === undefined ? null : { kind: 'digit-in-name', digit };
}

/** What is asked about valid answers, in the order of the declaration; nothing about ordinary ones. */
export function doubtsOf(answers: FieldValues, today: CalendarDate): readonly FieldDoubt[] {
  return fieldNames.flatMap((field): readonly FieldDoubt[] => {
    const value = answers[field];
    if (value === null) return [];
    const name = typeof value === 'string' ? value : value !== true && 'name' in value ? value.name : null;
    const doubt =
      fields[field].kind === 'date' && typeof value === 'object' && 'year' in value
        ? ageDoubt(value, today)
        : name !== null && NAMES.includes(field)
          ? nameDoubt(name)
          : null;
    return doubt === null ? [] : [{ field, doubt, value: name ?? JSON.stringify(value) }];
  });
}
