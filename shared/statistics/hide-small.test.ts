import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figuresOfDay, figuresOfWeek } from './hide-small.ts';

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
      [25, 1, 0, 1],
      [26, 9, 0, 1],
    ];
    expect(figuresOfWeek(days, SMALLEST)).toEqual([109, 17, null, null]);
  });

  it('are hidden where what is left for the hidden days is as much as they can have', () => {
    const days = [
      [20, 4, 1, 0, 0, 0],
      [20, 4, 1, 0, 0, 0],
    ];
    // 8 for the second column would be twice 4 exactly.
    expect(figuresOfWeek(days, SMALLEST)).toEqual([40, null, null, null, null, null]);
    // 9 for three days would leave at least 1 for each.
    const three = [...[4, 4].map((count) => [20, count, 0, 0]), [20, 1, 0, 0]];
    expect(figuresOfWeek(three, SMALLEST)).toEqual([60, null, null, null]);
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
const most = 5;
const counts = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: most })), {
  minLength: 3,
  maxLength: 3,
});
const week = fc.array(counts, { minLength: 3, maxLength: 3 });

type Table = readonly (readonly number[])[];

const sum = (all: readonly number[]): number => all.reduce((one, other) => one + other, 0);

const everyDay: Table = Array.from({ length: (most + 1) ** 3 }, (_none, number) =>
  [1, most + 1, (most + 1) ** 2].map((place) => Math.floor(number / place) % (most + 1)),
);

/** Every day that is told as this one is: a reader knows how days are told. */
const daysToldAlike = new Map(
  [...new Set(everyDay.map(toldOf))].map((told) => [told, everyDay.filter((day) => toldOf(day) === told)]),
);

function toldOf(day: readonly number[]): string {
  return JSON.stringify(figuresOfDay(day, smallest));
}

/** Every table of which days and week are told as those of `days`, in an order that soon shows different ones. */
function* tablesBehind(days: Table, hide: typeof figuresOfWeek): Generator<Table> {
  const told = JSON.stringify(hide(days, smallest));
  const choices = days.map((day) => daysToldAlike.get(toldOf(day)) ?? []);
  const all = choices.reduce((product, alike) => product * alike.length, 1);
  // A prime that divides no number of choices: every table comes once.
  const stride = 7_919;
  for (let step = 0; step < all; step += 1) {
    let place = (step * stride) % all;
    const table = choices.map((alike) => {
      const day = alike[place % alike.length] ?? [];
      place = Math.floor(place / alike.length);
      return day;
    });
    if (JSON.stringify(hide(table, smallest)) === told) yield table;
  }
}

/** The hidden figures of days of which the week tells a reader who tries everything what they are, or that they are not 0. */
function found(days: Table, hide: typeof figuresOfWeek): readonly string[] {
  const hidden = days.flatMap((day, row) =>
    figuresOfDay(day, smallest).flatMap((figure, column) =>
      figure === null ? [{ row, column, could: new Set<number>() }] : [],
    ),
  );
  const isOpen = ({ could }: (typeof hidden)[number]): boolean => !could.has(0) || could.size < 2;
  for (const table of tablesBehind(days, hide)) {
    for (const { row, column, could } of hidden) could.add(table[row]?.[column] ?? 0);
    if (!hidden.some(isOpen)) return [];
  }
  return hidden.filter(isOpen).map(({ row, column }) => `${row}/${column}`);
}

describe('whoever has the days and the week, and knows how they hide', () => {
  it('learns of no hidden day what it is, nor that somebody was there', () => {
    fc.assert(
      fc.property(week, (days) => {
        expect(found(days, figuresOfWeek)).toEqual([]);
      }),
    );
  });

  it('would learn it from a week that is told whenever two hidden days are large together', () => {
    const careless: typeof figuresOfWeek = (days) =>
      (days[0] ?? []).map((_count, column) => {
        const hidden = days.filter((day) => figuresOfDay(day, smallest)[column] === null);
        const left = sum(hidden.map((day) => day[column] ?? 0));
        const isTold = hidden.length === 0 || (hidden.length > 1 && left >= smallest);
        return isTold ? sum(days.map((day) => day[column] ?? 0)) : null;
      });
    const days = [
      [0, 2, 0],
      [0, 2, 0],
      [0, 2, 0],
    ];
    expect(found(days, careless)).toEqual(['0/1', '1/1', '2/1']);
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
