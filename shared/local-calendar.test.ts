import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { judgeExpiry } from './application/retention.ts';
import { calendarIn, type LocalCalendar } from './local-calendar.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('a day', () => {
  const zoneBefore = process.env.TZ;
  afterEach(() => {
    if (zoneBefore === undefined) delete process.env.TZ;
    else process.env.TZ = zoneBefore;
  });

  /** The calendar of a zone, and the machine set up for it: its own dates are what the calendar is held against. */
  function inZone(zone: string): LocalCalendar {
    process.env.TZ = zone;
    // Without this the zone might have stayed and everything below would pass in UTC.
    expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
    return calendarIn(zone);
  }

  it.each([
    ['America/New_York', '2026-03-08', 23],
    ['America/New_York', '2026-11-01', 25],
    ['America/New_York', '2026-11-24', 24],
    ['Europe/Berlin', '2026-03-29', 23],
    ['Europe/Berlin', '2026-10-25', 25],
    // Half an hour only.
    ['Australia/Lord_Howe', '2026-04-05', 24.5],
    // Midnight is left out: the day begins at one.
    ['America/Santiago', '2026-09-06', 23],
    ['Africa/Cairo', '2026-04-24', 23],
    // Midnight comes twice: the day begins at the first.
    ['America/Havana', '2026-11-01', 25],
    // The last hour comes twice.
    ['America/Santiago', '2026-04-04', 25],
  ])('in %s on %s has %d hours', (zone, day, hours) => {
    const { localDayAt } = inZone(zone);
    const noon = new Date(`${day}T12:00:00`).getTime();
    const { sinceMidnight, untilMidnight } = localDayAt(noon);
    expect((sinceMidnight + untilMidnight) / HOUR).toBe(hours);
    expect(localDayAt(noon - sinceMidnight)).toEqual({
      sinceMidnight: 0,
      untilMidnight: hours * HOUR,
    });
  });

  it.each([
    'America/New_York',
    'Europe/Berlin',
    'Australia/Lord_Howe',
    'America/Santiago',
    'Asia/Beirut',
    'UTC',
  ])('in %s holds every moment of its date and none of another', (zone) => {
    const { localDayAt } = inZone(zone);
    const dateAt = (moment: number) => new Date(moment).toDateString();
    const from = Date.UTC(2026, 0, 1);
    fc.assert(
      fc.property(fc.integer({ min: from, max: from + 2 * 365 * 24 * HOUR }), (moment) => {
        const { sinceMidnight, untilMidnight } = localDayAt(moment);
        expect(sinceMidnight).toBeGreaterThanOrEqual(0);
        expect(dateAt(moment - sinceMidnight)).toBe(dateAt(moment));
        expect(dateAt(moment - sinceMidnight - 1)).not.toBe(dateAt(moment));
        expect(dateAt(moment + untilMidnight - 1)).toBe(dateAt(moment));
        expect(dateAt(moment + untilMidnight)).not.toBe(dateAt(moment));
      }),
      { numRuns: process.env.COUNTERFOIL_ALL === '1' ? 2000 : 300 },
    );
  });

  it.each([
    ['America/New_York', '2026-03-08', 23],
    ['America/New_York', '2026-11-01', 25],
    ['Europe/Berlin', '2026-03-29', 23],
    ['Europe/Berlin', '2026-10-25', 25],
    ['America/Santiago', '2026-09-06', 23],
    ['America/Havana', '2026-11-01', 25],
    ['America/New_York', '2026-11-24', 24],
  ])('in %s on %s keeps what began on it to its last minute and nothing for longer', (zone, date, hours) => {
    const { localDayAt } = inZone(zone);
    const noon = new Date(`${date}T12:00:00`).getTime();
    const start = noon - localDayAt(noon).sinceMidnight;
    const end = start + hours * HOUR;
    const judge = (began: number, now: number) =>
      judgeExpiry({ elapsed: began, wall: began }, { elapsed: now, wall: now }, localDayAt(now), {
        hours: 72,
        endOfDay: true,
      });
    for (let began = start; began < end - 2 * MINUTE; began += 10 * MINUTE) {
      expect(judge(began, end - 1)).toEqual({ kind: 'keep', minutesLeft: 1 });
      expect(judge(began, end)).toEqual({ kind: 'expired', by: 'end-of-day' });
    }
    // The evening before, and the first minute of the day itself.
    expect(judge(start - 2 * MINUTE, start)).toEqual({ kind: 'expired', by: 'end-of-day' });
    expect(judge(start, start + 1)).toEqual({ kind: 'keep', minutesLeft: hours * 60 });
  });
});

it('says the time on the wall of a counter with spaces that every font has', () => {
  expect(calendarIn('America/New_York').timeAt(Date.UTC(2026, 10, 24, 23, 5))).toBe('6:05 PM');
});
