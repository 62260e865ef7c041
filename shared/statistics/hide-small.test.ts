import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figuresOfDay, figuresOfWeek } from './hide-small.ts';

const SMALLEST = 5;

/** A day sheet tells the sum of this table and none of its columns, as of spoiled cards. */
const NONE = (): boolean => false;
/** It tells the first column as well, as of applications that ended: how many cards were handed over. */
const THE_FIRST = (column: number): boolean => column === 0;

describe('the figures of a day', () => {
  it('hide what is small, zero as well', () => {
    expect(figuresOfDay([31, 4, 0, 5], SMALLEST, NONE)).toEqual([31, null, null, 5]);
  });

  it('tell that nobody came', () => {
    expect(figuresOfDay([0, 0, 0], SMALLEST, NONE)).toEqual([0, 0, 0]);
  });

  it('hide the smallest other one with one that would be hidden alone', () => {
    expect(figuresOfDay([31, 3, 9, 7], SMALLEST, NONE)).toEqual([31, null, 9, null]);
  });

  it('hide another one of those that no day sheet tells, never one that it tells in its place', () => {
    // A sheet has 28 erased and 5 handed over: with 6, 7 and 8 told the other one would be 2.
    expect(figuresOfDay([5, 2, 6, 7, 8], SMALLEST, THE_FIRST)).toEqual([5, null, null, 7, 8]);
    // What a sheet tells is not hidden where nothing else is, and hides no other one.
    expect(figuresOfDay([3, 6, 7], SMALLEST, THE_FIRST)).toEqual([null, 6, 7]);
    // The control: where no sheet has it, it serves as well as any other.
    expect(figuresOfDay([5, 2, 6, 7, 8], SMALLEST, NONE)).toEqual([null, null, 6, 7, 8]);
  });

  it('hide all that are the smallest: the place of one that stays would tell which one is small', () => {
    expect(figuresOfDay([9, 5, 5, 3], SMALLEST, NONE)).toEqual([9, null, null, null]);
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
    expect(figuresOfWeek(days, SMALLEST, NONE)).toEqual([109, 17, null, null]);
  });

  it('are hidden where what is left for the hidden days is as much as they can have', () => {
    const days = [
      [20, 4, 1, 0, 0, 0],
      [20, 4, 1, 0, 0, 0],
    ];
    // 8 for the second column would be twice 4 exactly.
    expect(figuresOfWeek(days, SMALLEST, NONE)).toEqual([40, null, null, null, null, null]);
    // 9 for three days would leave at least 1 for each.
    const three = [...[4, 4].map((count) => [20, count, 0, 0]), [20, 1, 0, 0]];
    expect(figuresOfWeek(three, SMALLEST, NONE)).toEqual([60, null, null, null]);
  });

  it('are hidden where they would tell of the one day that is hidden', () => {
    const days = [
      [30, 20, 0],
      [28, 6, 0],
      [25, 3, 2],
    ];
    // 29 for the second column would leave 3 for its last day.
    expect(figuresOfWeek(days, SMALLEST, NONE)).toEqual([83, null, null]);
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
        NONE,
      ),
    ).toEqual([83, null, null]);
  });

  it('hide another column of which days are hidden and that no day sheet tells', () => {
    const days = [
      [2, 4, 4, 9, 9],
      [2, 3, 3, 9, 9],
      [2, 1, 0, 9, 9],
    ];
    // Three hidden days may come to 5 to 8.
    expect(figuresOfWeek(days, SMALLEST, THE_FIRST)).toEqual([6, 8, 7, 27, 27]);
    // The third column comes to 10, which is too much. Hidden beside the first alone it would follow from the sheets.
    const more = [...days.slice(0, 2), [2, 1, 3, 9, 9]];
    expect(figuresOfWeek(more, SMALLEST, THE_FIRST)).toEqual([6, null, null, 27, 27]);
  });

  it('tell that nobody came', () => {
    expect(
      figuresOfWeek(
        [
          [0, 0],
          [0, 0],
        ],
        SMALLEST,
        NONE,
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
  return JSON.stringify(figuresOfDay(day, smallest, NONE));
}

/** Every table of which days and week are told as those of `days`, in an order that soon shows different ones. */
function* tablesBehind(days: Table, hide: typeof figuresOfWeek): Generator<Table> {
  const told = JSON.stringify(hide(days, smallest, NONE));
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
    if (JSON.stringify(hide(table, smallest, NONE)) === told) yield table;
  }
}

/** The hidden figures of days of which the week tells a reader who tries everything what they are, or that they are not 0. */
function found(days: Table, hide: typeof figuresOfWeek): readonly string[] {
  const hidden = days.flatMap((day, row) =>
    figuresOfDay(day, smallest, NONE).flatMap((figure, column) =>
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
        const hidden = days.filter((day) => figuresOfDay(day, smallest, NONE)[column] === null);
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
        const rows = [
          ...days.map((day) => figuresOfDay(day, smallest, NONE)),
          figuresOfWeek(days, smallest, NONE),
        ];
        for (const row of rows) expect(row.filter((figure) => figure === null)).not.toHaveLength(1);
      }),
    );
  });

  it('is told nothing but true counts, and no small one where anybody came', () => {
    fc.assert(
      fc.property(week, (days) => {
        const totals = (days[0] ?? []).map((_count, column) => sum(days.map((day) => day[column] ?? 0)));
        const rows = days.map((day) => ({ real: day, told: figuresOfDay(day, smallest, NONE) }));
        for (const { real, told } of [...rows, { real: totals, told: figuresOfWeek(days, smallest, NONE) }]) {
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

/** Every row of which a day sheet says the same as of this one, and a page as well. */
const rowsToldAlike = new Map<string, (readonly number[])[]>();
for (let issued = 0; issued <= most; issued += 1) {
  for (const others of everyDay) {
    const row = [issued, ...others];
    const key = sheetAndPage(row);
    rowsToldAlike.set(key, [...(rowsToldAlike.get(key) ?? []), row]);
  }
}

/** What a day sheet says, cards handed over and applications that ended, and the figures of the day. */
function sheetAndPage(row: readonly number[]): string {
  return JSON.stringify([row[0], sum(row), figuresOfDay(row, smallest, THE_FIRST)]);
}

/** The hidden columns of a row that no sheet tells, with what each could be for whoever has sheet and page. */
function hiddenIn(row: readonly number[], told: readonly (number | null)[]) {
  return row.flatMap((count, column) =>
    told[column] === null && !THE_FIRST(column)
      ? [
          {
            count,
            could: new Set((rowsToldAlike.get(sheetAndPage(row)) ?? []).map((each) => each[column])),
          },
        ]
      : [],
  );
}

describe('whoever has the page of a day and its day sheet', () => {
  const row = fc
    .tuple(fc.integer({ min: 0, max: most }), counts)
    .map(([issued, others]) => [issued, ...others]);

  it('learns what the hidden ones come to together, and of none by itself what it is, unless that is nothing or the most', () => {
    fc.assert(
      fc.property(row, (day) => {
        const hidden = hiddenIn(day, figuresOfDay(day, smallest, THE_FIRST));
        expect(hidden).not.toHaveLength(1);
        const together = sum(hidden.map(({ count }) => count));
        // Each is zero, or each is as large as a small one can be: their sum gives that away.
        if (together === 0 || together === hidden.length * (smallest - 1)) return;
        for (const { could } of hidden) expect(could.size).toBeGreaterThan(1);
      }),
    );
  });

  it('would learn it where a column that the sheet tells is hidden in the place of another', () => {
    const day = [3, 2, 4, 5];
    const careless = figuresOfDay(day, smallest, NONE);
    expect(careless).toEqual([null, null, 4, 5]);
    expect(hiddenIn(day, careless)).toHaveLength(1);
    // The control: hidden by the rule, it is one of two.
    expect(hiddenIn(day, figuresOfDay(day, smallest, THE_FIRST))).toHaveLength(2);
  });
});
