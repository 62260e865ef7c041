import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber, dayOfNumber, isRealDay } from './day.ts';

const anyTriple = fc.record({
  year: fc.integer({ min: -5, max: 10_005 }),
  month: fc.integer({ min: -1, max: 14 }),
  day: fc.integer({ min: -1, max: 33 }),
});

/** What the platform's calendar says. `setUTCFullYear`, because `Date.UTC` takes year 5 for 1905. */
function exists({ year, month, day }: { year: number; month: number; day: number }): boolean {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const isSame =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isSame && year >= 1 && year <= 9999;
}

describe('a day', () => {
  it('is one that the calendar has', () => {
    fc.assert(
      fc.property(anyTriple, (triple) => {
        expect(isRealDay(triple)).toBe(exists(triple));
      }),
    );
    expect(isRealDay({ year: 2000, month: 2, day: 29 })).toBe(true);
    expect(isRealDay({ year: 1900, month: 2, day: 29 })).toBe(false);
  });

  it('holds nothing else', () => {
    expect(isRealDay({ year: 2026, month: 2, day: 14, name: 'Martin' })).toBe(false);
    expect(isRealDay({ year: 2026, month: 2 })).toBe(false);
    expect(isRealDay('2026-02-14')).toBe(false);
    expect(isRealDay(null)).toBe(false);
  });

  it('becomes a readable number and comes back', () => {
    expect(dayNumber({ year: 2026, month: 2, day: 14 })).toBe(20_260_214);
    fc.assert(
      fc.property(anyTriple.filter(isRealDay), (day) => {
        expect(dayOfNumber(dayNumber(day))).toEqual(day);
      }),
    );
  });
});
