import type { DayFigures } from './day-acts.ts';

/** An ordinary day at six in the evening, one card spoiled. */
export const SAMPLE_FIGURES: DayFigures = {
  counterDay: { year: 2026, month: 11, day: 24 },
  opened: Date.UTC(2026, 10, 24, 13),
  opening: 1,
  isLate: false,
  blanks: {
    ...{ atOpening: 480, added: 0, issued: 31, spoiled: 1, unaccounted: 0, testCards: 1 },
    ...{ waiting: 0, printedBefore: 0, expected: 447 },
  },
  fees: { paid: 28, waived: 3, expected: { leastCents: 28_000, mostCents: 42_000, currency: 'USD' } },
  erased: 33,
  practiced: false,
};
