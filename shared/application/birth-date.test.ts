import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../calendar.ts';
import {
  addYears,
  ageOn,
  birthDateProblemAt,
  compareDates,
  daysInMonth,
  MAXIMUM_AGE_YEARS,
  parseBirthDate,
} from './birth-date.ts';

const today: CalendarDate = { year: 2026, month: 11, day: 24 };

function parse(day: string, month: string, year: string) {
  return parseBirthDate({ day, month, year }, today);
}

const calendarDate: fc.Arbitrary<CalendarDate> = fc
  .tuple(fc.integer({ min: 1901, max: 2400 }), fc.integer({ min: 1, max: 12 }))
  .chain(([year, month]) =>
    fc.integer({ min: 1, max: daysInMonth(year, month) }).map((day) => ({ year, month, day })),
  );

/** An independent calendar to compare with. */
function dayNumber(date: CalendarDate): number {
  return Date.UTC(date.year, date.month - 1, date.day) / 86_400_000;
}

function dayBefore(date: CalendarDate): CalendarDate {
  const before = new Date((dayNumber(date) - 1) * 86_400_000);
  return { year: before.getUTCFullYear(), month: before.getUTCMonth() + 1, day: before.getUTCDate() };
}

describe('parseBirthDate', () => {
  it.each([
    ['24', '11', '2026', today],
    ['1', '2', '1990', { year: 1990, month: 2, day: 1 }],
    [' 01 ', '02', '1990 ', { year: 1990, month: 2, day: 1 }],
    ['29', '2', '2024', { year: 2024, month: 2, day: 29 }],
    ['29', '2', '2000', { year: 2000, month: 2, day: 29 }],
    ['٢٤', '٠٣', '١٩٩٠', { year: 1990, month: 3, day: 24 }],
    ['२४', '३', '१९९०', { year: 1990, month: 3, day: 24 }],
    ['２４', '３', '１９９０', { year: 1990, month: 3, day: 24 }],
  ])('reads %s.%s.%s', (day, month, year, value) => {
    expect(parse(day, month, year)).toEqual({ ok: true, value });
  });

  it.each([
    ['', '2', '1990', 'empty', 'day'],
    ['1', '   ', '1990', 'empty', 'month'],
    ['1', '2', '', 'empty', 'year'],
    ['x', '2', '1990', 'not-a-number', 'day'],
    ['1', 'May', '1990', 'not-a-number', 'month'],
    ['1', '2', '19 90', 'not-a-number', 'year'],
    ['-1', '2', '1990', 'not-a-number', 'day'],
    ['1e1', '2', '1990', 'not-a-number', 'day'],
    ['1.', '2', '1990', 'not-a-number', 'day'],
    ['0', '2', '1990', 'no-such-day', 'day'],
    ['1', '0', '1990', 'no-such-day', 'month'],
    ['1', '13', '1990', 'no-such-day', 'month'],
    ['31', '4', '1990', 'no-such-day', 'day'],
    ['29', '2', '2023', 'no-such-day', 'day'],
    ['29', '2', '1900', 'no-such-day', 'day'],
    ['001', '2', '1990', 'no-such-day', 'day'],
    ['1', '2', '9'.repeat(500), 'no-such-day', 'year'],
    ['25', '11', '2026', 'in-the-future', 'day'],
    ['1', '12', '2026', 'in-the-future', 'month'],
    ['1', '1', '2027', 'in-the-future', 'year'],
    ['1', '1', '85', 'no-such-day', 'year'],
    ['1', '1', '0985', 'no-such-day', 'year'],
    ['1', '1', '1000', 'too-long-ago', 'year'],
    ['1', '1', '1900', 'too-long-ago', 'year'],
    ['\u0000', '1', '1900', 'not-a-number', 'day'],
    ['1😀', '1', '1900', 'not-a-number', 'day'],
  ])('refuses %j.%j.%j as %s at the %s', (day, month, year, kind, part) => {
    expect(parse(day, month, year)).toEqual({ ok: false, error: { kind, part } });
  });

  it('believes ages up to the maximum and not a day more', () => {
    const oldest = { day: '25', month: '11', year: String(today.year - MAXIMUM_AGE_YEARS - 1) };
    expect(parseBirthDate(oldest, today).ok).toBe(true);
    expect(parseBirthDate({ ...oldest, day: '24' }, today).ok).toBe(false);
  });

  it('agrees with another calendar about which days exist', () => {
    const part = fc.integer({ min: 0, max: 40 });
    fc.assert(
      fc.property(part, part, fc.integer({ min: 1910, max: 2025 }), (day, month, year) => {
        const other = new Date(Date.UTC(year, month - 1, day));
        const exists =
          other.getUTCFullYear() === year && other.getUTCMonth() === month - 1 && other.getUTCDate() === day;
        expect(parse(String(day), String(month), String(year)).ok).toBe(exists);
      }),
    );
  });

  it('never throws, and shows each problem of a date at a field', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (day, month, year) => {
        const typed = { day, month, year };
        const result = parseBirthDate(typed, today);
        const shown = (['day', 'month', 'year'] as const).map((part) =>
          birthDateProblemAt(part, typed, today),
        );
        expect(shown.some((problem) => problem !== null)).toBe(!result.ok);
      }),
    );
  });

  it('shows a whole-date problem at exactly one field, but emptiness at each', () => {
    const at = (day: string, month: string, year: string) =>
      (['day', 'month', 'year'] as const).map(
        (part) => birthDateProblemAt(part, { day, month, year }, today)?.kind ?? null,
      );
    expect(at('31', '4', '1990')).toEqual(['no-such-day', null, null]);
    expect(at('', '', '')).toEqual(['empty', 'empty', 'empty']);
    expect(at('', 'x', '1990')).toEqual(['empty', 'not-a-number', null]);
    // What cannot become right by typing on is told at once.
    expect(at('', '24', '')).toEqual(['empty', 'no-such-day', 'empty']);
    expect(at('31', '4', '')).toEqual(['no-such-day', null, 'empty']);
    expect(at('29', '2', '')).toEqual([null, null, 'empty']);
    expect(at('', '', '85')).toEqual(['empty', 'empty', 'no-such-day']);
  });
});

describe('a year alone', () => {
  const born = (year: string, day = '', month = '') => parseBirthDate({ day, month, year }, today, true);

  it('is read where the programme takes it, and a whole date as ever', () => {
    expect(born('1968')).toEqual({ ok: true, value: { year: 1968, month: null, day: null } });
    expect(born('1968', '9', '4')).toEqual({ ok: true, value: { year: 1968, month: 4, day: 9 } });
    expect(parse('', '', '1968')).toMatchObject({ ok: false, error: { kind: 'empty' } });
  });

  it.each([
    ['2027', '', '', 'in-the-future', 'year'],
    ['1899', '', '', 'too-long-ago', 'year'],
    ['68', '', '', 'no-such-day', 'year'],
    ['1968', '9', '', 'empty', 'month'],
    ['1968', '', '4', 'empty', 'day'],
    ['', '', '', 'empty', 'day'],
  ])('%s with day “%s” and month “%s” is %s', (year, day, month, kind, part) => {
    expect(born(year, day, month)).toEqual({ ok: false, error: { kind, part } });
  });

  it('shows its problem at the year, and none at what may stay empty', () => {
    const at = (year: string) =>
      (['day', 'month', 'year'] as const).map(
        (part) => birthDateProblemAt(part, { day: '', month: '', year }, today, true)?.kind ?? null,
      );
    expect(at('1968')).toEqual([null, null, null]);
    expect(at('2027')).toEqual([null, null, 'in-the-future']);
    expect(at('')).toEqual(['empty', 'empty', 'empty']);
  });

  it('is as old as is certain: nobody is taken for older than they may be', () => {
    const year = (value: number) => ({ year: value, month: null, day: null });
    expect(ageOn(year(1968), today)).toBe(57);
    expect(ageOn(year(1968), { year: 2026, month: 12, day: 31 })).toBe(58);
    expect(ageOn(year(2026), today)).toBe(0);
    fc.assert(
      fc.property(fc.integer({ min: 1902, max: 2026 }), fc.integer({ min: 1, max: 12 }), (whole, month) => {
        const day = { year: whole, month, day: 1 };
        if (compareDates(day, today) > 0) return;
        expect(ageOn(year(whole), today)).toBeLessThanOrEqual(ageOn(day, today));
      }),
    );
  });
});

describe('ages and anniversaries', () => {
  it.each([
    [{ year: 2000, month: 11, day: 24 }, 26],
    [{ year: 2000, month: 11, day: 25 }, 25],
    [{ year: 2026, month: 11, day: 24 }, 0],
    [{ year: 2026, month: 11, day: 25 }, -1],
  ])('counts completed years since %j', (birthDate, age) => {
    expect(ageOn(birthDate, today)).toBe(age);
  });

  it('lets somebody born on 29 February grow older on 1 March in common years', () => {
    const born = { year: 2012, month: 2, day: 29 };
    expect(ageOn(born, { year: 2026, month: 2, day: 28 })).toBe(13);
    expect(ageOn(born, { year: 2026, month: 3, day: 1 })).toBe(14);
    expect(ageOn(born, { year: 2028, month: 2, day: 28 })).toBe(15);
    expect(ageOn(born, { year: 2028, month: 2, day: 29 })).toBe(16);
    expect(addYears(born, 5)).toEqual({ year: 2017, month: 3, day: 1 });
    expect(addYears(born, 4)).toEqual({ year: 2016, month: 2, day: 29 });
  });

  it('reaches an age exactly on the anniversary', () => {
    fc.assert(
      fc.property(calendarDate, fc.integer({ min: 0, max: 130 }), (birthDate, years) => {
        const anniversary = addYears(birthDate, years);
        expect(ageOn(birthDate, anniversary)).toBe(years);
        expect(ageOn(birthDate, dayBefore(anniversary))).toBe(years - 1);
      }),
    );
  });

  it('never makes anybody younger with time, and yields days that exist', () => {
    fc.assert(
      fc.property(calendarDate, calendarDate, calendarDate, (birthDate, one, other) => {
        const [earlier, later] = compareDates(one, other) <= 0 ? [one, other] : [other, one];
        expect(ageOn(birthDate, earlier)).toBeLessThanOrEqual(ageOn(birthDate, later));
        const moved = addYears(birthDate, 7);
        expect(moved.day).toBeLessThanOrEqual(daysInMonth(moved.year, moved.month));
        expect(Math.sign(compareDates(one, other))).toBe(Math.sign(dayNumber(one) - dayNumber(other)));
      }),
    );
  });
});
