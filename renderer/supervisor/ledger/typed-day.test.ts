import { expect, it } from 'vitest';
import { readTypedDay } from './typed-day.ts';

const november28 = { kind: 'day', day: { year: 2026, month: 11, day: 28 } };

it.each(['11/28/2026', ' 11-28-2026', '11.28.2026', '11 28 2026', '11282026', '2026-11-28'])(
  'reads %s as November 28',
  (typed) => {
    expect(readTypedDay(typed)).toEqual(november28);
  },
);

it('takes a short month and day', () => {
  expect(readTypedDay('3/4/2026')).toEqual({ kind: 'day', day: { year: 2026, month: 3, day: 4 } });
});

it('takes nothing for nothing', () => {
  expect(readTypedDay('  ')).toEqual({ kind: 'none' });
});

it.each(['28/11/2026', '2/30/2026', '11/28/26', '11/28', '1/1/1969', 'today', '112820265'])(
  'does not guess at %s',
  (typed) => {
    expect(readTypedDay(typed)).toEqual({ kind: 'unreadable' });
  },
);
