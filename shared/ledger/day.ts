import type { CalendarDate } from '../calendar.ts';

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isBetween(value: unknown, least: number, most: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
}

/** Whether the value is a day that exists (years 1 to 9999) and holds nothing else. */
export function isRealDay(value: unknown): value is CalendarDate {
  if (typeof value !== 'object' || value === null) return false;
  // A fourth property could carry anything past the declaration.
  if (Object.keys(value).length !== 3) return false;
  if (!('year' in value && 'month' in value && 'day' in value)) return false;
  const { year, month, day } = value;
  return isBetween(year, 1, 9999) && isBetween(month, 1, 12) && isBetween(day, 1, daysInMonth(year, month));
}

/** A day as one number, readable as it stands: 20260214. Keeps the order of days. */
export function dayNumber(date: CalendarDate): number {
  return date.year * 10_000 + date.month * 100 + date.day;
}

/** The inverse of `dayNumber`. The outcome need not be a day that exists. */
export function dayOfNumber(number: number): CalendarDate {
  return { year: Math.floor(number / 10_000), month: Math.floor(number / 100) % 100, day: number % 100 };
}
