import { describe, expect, it } from 'vitest';
import { judgeExpiry, type LocalDay, type Moment, type Retention } from './retention.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NINE = Date.UTC(2026, 10, 24, 9, 0);
const eightHours: Retention = { hours: 8, endOfDay: true };

/** A kiosk that has lived for a thousand days, so that kiosk time and wall clock look nothing alike. */
const began = (wall = NINE): Moment => ({ elapsed: 1000 * DAY, wall });

function later(from: Moment, milliseconds: number, wallMovedBy = 0): Moment {
  return { elapsed: from.elapsed + milliseconds, wall: from.wall + milliseconds + wallMovedBy };
}

function dayOf({ wall }: Moment): LocalDay {
  const sinceMidnight = wall % DAY;
  return { sinceMidnight, untilMidnight: DAY - sinceMidnight };
}

function judge(from: Moment, now: Moment, retention = eightHours) {
  return judgeExpiry(from, now, dayOf(now), retention);
}

describe('the limit in hours', () => {
  it('counts down in minutes and ends exactly', () => {
    expect(judge(began(), began())).toEqual({ kind: 'keep', minutesLeft: 480 });
    expect(judge(began(), later(began(), MINUTE))).toEqual({ kind: 'keep', minutesLeft: 479 });
    expect(judge(began(), later(began(), 8 * HOUR - 1))).toEqual({ kind: 'keep', minutesLeft: 1 });
    expect(judge(began(), later(began(), 8 * HOUR))).toEqual({ kind: 'expired', by: 'hours' });
  });

  it.each([-400 * DAY, -DAY, -8 * HOUR, -11 * MINUTE, 11 * MINUTE, 8 * HOUR, DAY, 400 * DAY])(
    'is the only one once the wall clock was set by %d ms',
    (wallMovedBy) => {
      const last = later(began(), 8 * HOUR - 1, wallMovedBy);
      expect(judge(began(), last)).toEqual({ kind: 'keep', minutesLeft: 1 });
      const over = later(began(), 8 * HOUR, wallMovedBy);
      expect(judge(began(), over)).toEqual({ kind: 'expired', by: 'hours' });
    },
  );
});

describe('the end of the day', () => {
  const evening = began(Date.UTC(2026, 10, 24, 22, 0));

  it('comes before the hours are over, or not at all', () => {
    expect(judge(evening, later(evening, 2 * HOUR - 1))).toEqual({ kind: 'keep', minutesLeft: 1 });
    expect(judge(evening, later(evening, 2 * HOUR))).toEqual({ kind: 'expired', by: 'end-of-day' });
    const nextMorning = later(evening, 7 * HOUR);
    expect(judge(evening, nextMorning)).toEqual({ kind: 'expired', by: 'end-of-day' });
    expect(judge(evening, nextMorning, { hours: 8, endOfDay: false })).toEqual({
      kind: 'keep',
      minutesLeft: 60,
    });
  });

  it('counts in what is left where it is the nearer limit', () => {
    expect(judge(evening, evening)).toEqual({ kind: 'keep', minutesLeft: 120 });
    expect(judge(evening, evening, { hours: 1, endOfDay: true })).toEqual({ kind: 'keep', minutesLeft: 60 });
  });

  it('does not take what began in the first minute, though its beginning was rounded', () => {
    const midnight = Date.UTC(2026, 10, 25);
    // Begun one second after midnight; rounding took 59 s from its kiosk time.
    const rounded: Moment = { elapsed: 1000 * DAY, wall: midnight };
    const now: Moment = { elapsed: 1000 * DAY + 59_000 + 5_000, wall: midnight + 6_000 };
    expect(judge(rounded, now)).toMatchObject({ kind: 'keep' });
  });

  it('stands while the clocks part by ten minutes, and waits while they part by more', () => {
    const afterMidnight = 2 * HOUR + 30 * MINUTE;
    for (const moved of [-10 * MINUTE, 0, 10 * MINUTE]) {
      expect(judge(evening, later(evening, afterMidnight, moved))).toEqual({
        kind: 'expired',
        by: 'end-of-day',
      });
    }
    for (const moved of [-10 * MINUTE - 1, 10 * MINUTE + 1, 20 * DAY, -20 * DAY]) {
      expect(judge(evening, later(evening, afterMidnight, moved))).toMatchObject({ kind: 'keep' });
    }
  });
});
