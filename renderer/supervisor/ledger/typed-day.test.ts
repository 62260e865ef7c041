import { expect, it } from 'vitest';
import { readTypedDay } from './typed-day.ts';

const november28 = { kind: 'day', day: { year: 2026, month: 11, day: 28 } };

it.each(['11/28/2026', ' 11-28-2026', '11.28.2026', '11 28 2026', '11282026', '2026-11-28'])(
  'reads %s as November 28',
  (typed) => {
    expect(readTypedDay(typed, 'month-day-year')).toEqual(november28);
  },
);

it.each(['28/11/2026', ' 28-11-2026', '28.11.2026', '28112026', '2026-11-28'])(
  'reads %s as November 28 where the day comes first',
  (typed) => {
    expect(readTypedDay(typed, 'day-month-year')).toEqual(november28);
  },
);

it.each(['2026/11/28', '2026.11.28', '20261128', '2026-11-28'])(
  'reads %s as November 28 where the year comes first',
  (typed) => {
    expect(readTypedDay(typed, 'year-month-day')).toEqual(november28);
  },
);

it('takes a short month and day, in the order of the city', () => {
  const read = (order: Parameters<typeof readTypedDay>[1]) => readTypedDay('3/4/2026', order);
  expect(read('month-day-year')).toEqual({ kind: 'day', day: { year: 2026, month: 3, day: 4 } });
  expect(read('day-month-year')).toEqual({ kind: 'day', day: { year: 2026, month: 4, day: 3 } });
  expect(read('year-month-day')).toEqual({ kind: 'unreadable' });
});

it('takes nothing for nothing', () => {
  expect(readTypedDay('  ', 'month-day-year')).toEqual({ kind: 'none' });
});

it.each(['28/11/2026', '2/30/2026', '13/45/2026', '02302026', '2026-02-30'])(
  'calls %s, which is typed as it should be, a day that does not exist',
  (typed) => {
    expect(readTypedDay(typed, 'month-day-year')).toEqual({ kind: 'no-such-day' });
  },
);

it.each(['11/28/26', '11/28', '1/1/1969', 'today', '112820265', '20261128'])(
  'does not guess at %s',
  (typed) => {
    expect(readTypedDay(typed, 'month-day-year')).toEqual({ kind: 'unreadable' });
  },
);
