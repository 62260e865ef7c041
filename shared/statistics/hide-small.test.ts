import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Figure, figuresOfDay, figuresOfWeek } from './hide-small.ts';

const SMALLEST = 5;

describe('the figures of a day', () => {
  it('hide what is small, zero as well', () => {
    expect(figuresOfDay([31, 4, 0, 5], SMALLEST)).toEqual([31, null, null, 5]);
  });

  it('tell that nobody came', () => {
    expect(figuresOfDay([0, 0, 0], SMALLEST)).toEqual([0, 0, 0]);
  });

  it('hide the smallest other one with one that would be hidden alone', () => {
    expect(figuresOfDay([31, 3, 9, 7], SMALLEST)).toEqual([31, null, 9, null]);
  });
});

describe('the figures of a week', () => {
  it('are told where several days that are hidden share what is left', () => {
    const days = [
      [30, 4, 0, 0],
      [28, 3, 1, 0],
      [25, 9, 0, 1],
    ];
    expect(figuresOfWeek(days, SMALLEST)).toEqual([83, 16, null, null]);
  });

  it('are hidden where they would tell of the one day that is hidden', () => {
    const days = [
      [30, 20, 0],
      [28, 6, 0],
      [25, 3, 2],
    ];
    // 29 for the second column would leave 3 for its last day.
    expect(figuresOfWeek(days, SMALLEST)).toEqual([83, null, null]);
  });

  it('are hidden where what is left for several days is small itself', () => {
    expect(
      figuresOfWeek(
        [
          [30, 20, 0],
          [28, 2, 0],
          [25, 1, 2],
        ],
        SMALLEST,
      ),
    ).toEqual([83, null, null]);
  });

  it('tell that nobody came', () => {
    expect(
      figuresOfWeek(
        [
          [0, 0],
          [0, 0],
        ],
        SMALLEST,
      ),
    ).toEqual([0, 0]);
  });
});

/** Three days of three columns: few enough to try every table that could be behind what is told. */
const smallest = 3;
const most = 9;
const counts = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: most })), {
  minLength: 3,
  maxLength: 3,
});
const week = fc.array(counts, { minLength: 3, maxLength: 3 });

/** Every column that agrees with what is told of its days and of its week. Columns are told of apart, for no sum goes across. */
function columnsBehind(told: readonly Figure[], total: Figure): readonly (readonly number[])[] {
  const anything = Array.from({ length: most + smallest + 1 }, (_none, count) => count);
  return told
    .reduce<readonly (readonly number[])[]>(
      (before, figure) =>
        before.flatMap((column) =>
          (figure === null ? anything : [figure]).map((count) => [...column, count]),
        ),
      [[]],
    )
    .filter((column) => total === null || sum(column) === total);
}

const sum = (all: readonly number[]): number => all.reduce((one, other) => one + other, 0);

/** Days and their week as a reader has them, column by column. */
function columnsOf(days: readonly (readonly number[])[], hide: typeof figuresOfWeek) {
  const told = days.map((day) => figuresOfDay(day, smallest));
  const totals = hide(days, smallest);
  return totals.map((total, column) => ({
    total,
    counts: days.map((day) => day[column] ?? 0),
    told: told.map((day) => day[column] ?? null),
  }));
}

/** The days of a column that are small, and of which a reader who tries everything learns that they are not 0 or not `smallest`. */
function found({ total, counts: real, told }: ReturnType<typeof columnsOf>[number]): readonly number[] {
  const behind = columnsBehind(told, total);
  return real.flatMap((count, day) => {
    if (count >= smallest || told[day] !== null) return [];
    const could = new Set(behind.map((column) => column[day]));
    return could.has(0) && could.has(smallest) ? [] : [day];
  });
}

describe('whoever has the days and the week', () => {
  it('learns of no hidden day whether it is 0 or reaches the least count that is told', () => {
    fc.assert(
      fc.property(week, (days) => {
        expect(columnsOf(days, figuresOfWeek).flatMap(found)).toEqual([]);
      }),
    );
  });

  it('would learn it from a week that hides what is small and nothing else', () => {
    const careless: typeof figuresOfWeek = (days) =>
      (days[0] ?? []).map((_count, column) => {
        const total = sum(days.map((day) => day[column] ?? 0));
        return total < smallest ? null : total;
      });
    const days = [
      [9, 9, 9],
      [9, 9, 9],
      [9, 1, 1],
    ];
    expect(columnsOf(days, careless).flatMap(found)).toEqual([2, 2]);
  });

  it('learns of no hidden week that somebody was there, or that it is small', () => {
    fc.assert(
      fc.property(week, (days) => {
        for (const { total, counts: real, told } of columnsOf(days, figuresOfWeek)) {
          if (total !== null || sum(real) >= smallest) continue;
          const could = new Set(columnsBehind(told, total).map(sum));
          expect([could.has(0), could.has(smallest)]).toEqual([true, true]);
        }
      }),
    );
  });

  it('finds no figure of a row hidden alone, whose sum a day sheet has', () => {
    fc.assert(
      fc.property(week, (days) => {
        const rows = [...days.map((day) => figuresOfDay(day, smallest)), figuresOfWeek(days, smallest)];
        for (const row of rows) expect(row.filter((figure) => figure === null)).not.toHaveLength(1);
      }),
    );
  });

  it('is told nothing but true counts, and no small one where anybody came', () => {
    fc.assert(
      fc.property(week, (days) => {
        const totals = (days[0] ?? []).map((_count, column) => sum(days.map((day) => day[column] ?? 0)));
        const rows = days.map((day) => ({ real: day, told: figuresOfDay(day, smallest) }));
        for (const { real, told } of [...rows, { real: totals, told: figuresOfWeek(days, smallest) }]) {
          told.forEach((figure, column) => {
            if (figure === null) return;
            expect(figure).toBe(real[column]);
            expect(figure >= smallest || sum(real) === 0).toBe(true);
          });
        }
      }),
    );
  });
});
