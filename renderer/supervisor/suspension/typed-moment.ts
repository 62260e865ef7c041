import type { DateOrder } from '../../../shared/application/fields.ts';
import { calendarIn } from '../../../shared/local-calendar.ts';
import { readTypedDay } from '../ledger/typed-day.ts';

const HOUR = 3_600_000;
const MINUTE = 60_000;

/** 5 PM, 5:30 pm, 17:30. */
const TIME = /^(\d{1,2})(?::(\d{2}))?\s*([ap])?\.?(?:m\.?)?$/i;

/** Hours and minutes since midnight, as staff type them; null: it is no time of a day. */
export function readTypedTime(typed: string): { readonly hours: number; readonly minutes: number } | null {
  const [, first, second, half] = TIME.exec(typed.trim()) ?? [];
  // A bare number says neither minutes nor half of the day.
  if (first === undefined || (second === undefined && half === undefined)) return null;
  const [hours, minutes] = [Number(first), Number(second ?? '0')];
  if (minutes > 59) return null;
  if (half === undefined) return hours > 23 ? null : { hours, minutes };
  if (hours < 1 || hours > 12) return null;
  return { hours: (hours % 12) + (half.toLowerCase() === 'p' ? 12 : 0), minutes };
}

/**
 * A day and a time at the counter, as staff type them, in epoch milliseconds; null: they are none, or the clocks there
 * leave that time out. Of a time that comes twice, the earlier.
 */
export function readTypedMoment(
  day: string,
  time: string,
  timeZone: string,
  order: DateOrder,
): number | null {
  const date = readTypedDay(day, order);
  const clock = readTypedTime(time);
  if (date.kind !== 'day' || clock === null) return null;
  const { hours, minutes } = clock;
  const start = calendarIn(timeZone).startOf(date.day);
  const about = start + hours * HOUR + minutes * MINUTE;
  const wanted = `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
  const format = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
  // On a day of 23 or 25 hours the clock is an hour off what has passed since midnight.
  return [about - HOUR, about, about + HOUR].find((moment) => format.format(moment) === wanted) ?? null;
}
