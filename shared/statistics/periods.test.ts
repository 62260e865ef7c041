import { expect, it } from 'vitest';
import { dayText } from '../calendar.ts';
import { dayAfter, daysBefore, weeksBefore } from './periods.ts';

const tuesday = { year: 2026, month: 11, day: 24 };

it('counts days over the end of a month, a year and a leap February', () => {
  expect(dayText(dayAfter({ year: 2026, month: 12, day: 31 }, 1))).toBe('2027-01-01');
  expect(dayText(dayAfter({ year: 2028, month: 3, day: 1 }, -1))).toBe('2028-02-29');
});

it('has the 14 days that are over, and not today', () => {
  const days = daysBefore(tuesday).map(dayText);
  expect([days.length, days[0], days.at(-1)]).toEqual([14, '2026-11-10', '2026-11-23']);
});

it.each([
  ['a Tuesday', tuesday, '2026-11-22'],
  ['a Monday', { ...tuesday, day: 23 }, '2026-11-22'],
  ['a Sunday, whose week is not over', { ...tuesday, day: 22 }, '2026-11-15'],
])('has the 12 weeks that are over, Monday to Sunday, on %s', (_name, today, last) => {
  const weeks = weeksBefore(today);
  expect(weeks.map((week) => week.length)).toEqual(Array.from({ length: 12 }, () => 7));
  const days = weeks.flat().map(dayText);
  expect(days.at(-1)).toBe(last);
  expect(new Set(days).size).toBe(84);
});
