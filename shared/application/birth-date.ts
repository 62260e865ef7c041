import type { CalendarDate } from '../calendar.ts';
import { err, ok, type Result } from '../result.ts';
import { toAsciiDigits } from './digits.ts';

/**
 * A birth of which the year alone is known: many documents of the world say no more. Day and month are nothing, and never
 * the first of January.
 */
export interface BirthYear {
  readonly year: number;
  readonly month: null;
  readonly day: null;
}

/** When somebody was born, as far as it is known. */
export type BirthDate = CalendarDate | BirthYear;

/** Whether the day is known, too. */
export function isWholeDate(birthDate: BirthDate): birthDate is CalendarDate {
  return birthDate.month !== null;
}

/** The three fields of a birth date, in no order: each language shows them in its own. */
export type BirthDatePart = 'day' | 'month' | 'year';

/** A birth date as typed: three text fields, kept exactly as they are. */
export type TypedBirthDate = Readonly<Record<BirthDatePart, string>>;

/** Why a typed birth date cannot stand. `part` is the one field where the person should look first. */
export interface BirthDateProblem {
  readonly kind: 'empty' | 'not-a-number' | 'no-such-day' | 'in-the-future' | 'too-long-ago';
  readonly part: BirthDatePart;
}

/**
 * The highest age we believe, in years. The longest proven life is 122 years; anything above this is a
 * slip of the finger.
 */
export const MAXIMUM_AGE_YEARS = 125;

const MAXIMUM_DIGITS: Readonly<Record<BirthDatePart, number>> = { day: 2, month: 2, year: 4 };
const LEAP_YEAR = 2000;
/** What each part can be, whatever the others are: a 24 in the place of the month is told before the day is typed. */
const BOUNDS: Readonly<Record<BirthDatePart, readonly [lowest: number, highest: number]>> = {
  day: [1, 31],
  month: [1, 12],
  // Fewer than four digits are a year that is cut short ("85"), which we never complete by guessing.
  year: [1000, 9999],
};

/** Below zero when `left` is earlier, above zero when it is later, zero on the same day. */
export function compareDates(left: CalendarDate, right: CalendarDate): number {
  return left.year - right.year || left.month - right.month || left.day - right.day;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** The number of days in a month (1–12) of a Gregorian year; 0 for a month that does not exist. */
export function daysInMonth(year: number, month: number): number {
  if (!Number.isInteger(month) || month < 1 || month > 12) {
    return 0;
  }
  if (month === 2) {
    return isLeapYear(year) ? 29 : 28;
  }
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/**
 * The same day some whole years later. 29 February becomes 1 March in a year that has none, so that a
 * span of years is always complete when it ends. `ageOn` follows the same rule.
 */
export function addYears(date: CalendarDate, years: number): CalendarDate {
  const year = date.year + years;
  if (date.month === 2 && date.day === 29 && !isLeapYear(year)) {
    return { year, month: 3, day: 1 };
  }
  return { year, month: date.month, day: date.day };
}

/**
 * Age in completed years; negative before birth. Somebody born on 29 February completes a year on
 * 1 March in common years: only then has every day of the year gone by. (Jurisdictions differ between
 * 28 February and 1 March; one day of difference can move a person between two validity bands.)
 * Of a year alone the age that is certain: as if born on the last day of that year that has gone by.
 */
export function ageOn(birthDate: BirthDate, today: CalendarDate): number {
  if (!isWholeDate(birthDate)) {
    const years = today.year - birthDate.year;
    return today.month === 12 && today.day === 31 ? years : Math.max(0, years - 1);
  }
  const years = today.year - birthDate.year;
  return compareDates(addYears(birthDate, years), today) <= 0 ? years : years - 1;
}

function readPart(part: BirthDatePart, typed: string): Result<number, BirthDateProblem> {
  const digits = toAsciiDigits(typed.trim());
  if (digits === '') {
    return err({ kind: 'empty', part });
  }
  if (!/^[0-9]+$/.test(digits)) {
    return err({ kind: 'not-a-number', part });
  }
  const value = Number(digits);
  const [lowest, highest] = BOUNDS[part];
  if (digits.length > MAXIMUM_DIGITS[part] || value < lowest || value > highest) {
    return err({ kind: 'no-such-day', part });
  }
  return ok(value);
}

/** The most significant part in which `date` lies after `today`: the one that is most likely mistyped. */
function partInFuture(date: CalendarDate, today: CalendarDate): BirthDatePart {
  if (date.year !== today.year) {
    return 'year';
  }
  return date.month !== today.month ? 'month' : 'day';
}

/** Day and month are left empty, and something stands in the year. */
function isYearAlone({ day, month, year }: TypedBirthDate): boolean {
  return day.trim() === '' && month.trim() === '' && year.trim() !== '';
}

function andNotBeyond(
  year: Result<number, BirthDateProblem>,
  today: CalendarDate,
): Result<BirthYear, BirthDateProblem> {
  if (!year.ok) return year;
  if (year.value > today.year) return err({ kind: 'in-the-future', part: 'year' });
  const born: BirthYear = { year: year.value, month: null, day: null };
  return ageOn(born, today) > MAXIMUM_AGE_YEARS ? err({ kind: 'too-long-ago', part: 'year' }) : ok(born);
}

/**
 * Reads a birth date from three typed fields. Digits of every script count; surrounding spaces do not.
 * A year is never completed: "85" is no year of four digits, and is refused as such.
 * Errors: the first thing that is wrong, with the field to look at. `today` comes from the caller,
 * because a kiosk's clock is something a clerk confirms, not something this code may trust. `isYearEnough`: the programme
 * takes a year alone, with day and month left empty.
 */
export function parseBirthDate(
  typed: TypedBirthDate,
  today: CalendarDate,
  isYearEnough = false,
): Result<BirthDate, BirthDateProblem> {
  const year = readPart('year', typed.year);
  if (isYearEnough && isYearAlone(typed)) return andNotBeyond(year, today);
  const month = readPart('month', typed.month);
  const day = readPart('day', typed.day);
  if (!day.ok) {
    return day;
  }
  if (!month.ok) {
    return month;
  }
  // No year has such a day: told before the year is typed.
  if (day.value > daysInMonth(LEAP_YEAR, month.value)) {
    return err({ kind: 'no-such-day', part: 'day' });
  }
  if (!year.ok) {
    return year;
  }
  const date: CalendarDate = { year: year.value, month: month.value, day: day.value };
  if (date.day > daysInMonth(date.year, date.month)) {
    return err({ kind: 'no-such-day', part: 'day' });
  }
  if (compareDates(date, today) > 0) {
    return err({ kind: 'in-the-future', part: partInFuture(date, today) });
  }
  return ageOn(date, today) > MAXIMUM_AGE_YEARS ? err({ kind: 'too-long-ago', part: 'year' }) : ok(date);
}

/**
 * The problem to show at one of the three fields, or `null`. Every problem is shown at exactly one field,
 * except that each field reports for itself that it is empty or not a number.
 */
export function birthDateProblemAt(
  part: BirthDatePart,
  typed: TypedBirthDate,
  today: CalendarDate,
  isYearEnough = false,
): BirthDateProblem | null {
  if (isYearEnough && isYearAlone(typed)) {
    const whole = parseBirthDate(typed, today, true);
    return whole.ok || part !== 'year' ? null : whole.error;
  }
  const alone = readPart(part, typed[part]);
  if (!alone.ok) {
    return alone.error;
  }
  const whole = parseBirthDate(typed, today);
  return !whole.ok && whole.error.part === part ? whole.error : null;
}
