import { describe, expect, it } from 'vitest';
import { readTypedMoment, readTypedTime } from './typed-moment.ts';

describe('a time as staff type it', () => {
  it.each([
    ['5 PM', 17, 0],
    ['5:30 pm', 17, 30],
    ['12 am', 0, 0],
    ['12:15 p.m.', 12, 15],
    ['17:30', 17, 30],
    ['0:05', 0, 5],
  ])('%s', (typed, hours, minutes) => expect(readTypedTime(typed)).toEqual({ hours, minutes }));

  it.each(['', '5', '17', '24:00', '13 pm', '0 am', '5:60', '5:3', 'noon', '17:30 pm'])('not “%s”', (typed) =>
    expect(readTypedTime(typed)).toBeNull(),
  );
});

describe('a moment at the counter', () => {
  const at = (day: string, time: string) => {
    const moment = readTypedMoment(day, time, 'America/New_York', 'month-day-year');
    return moment === null ? null : new Date(moment).toISOString();
  };

  it('goes by the clock there', () => {
    expect(at('11/28/2026', '5:30 PM')).toBe('2026-11-28T22:30:00.000Z');
    expect(at('2026-07-01', '08:00')).toBe('2026-07-01T12:00:00.000Z');
  });

  it('also on days on which the clocks change', () => {
    expect(at('3/14/2027', '5 PM')).toBe('2027-03-14T21:00:00.000Z');
    expect(at('11/7/2027', '5 PM')).toBe('2027-11-07T22:00:00.000Z');
    // Left out in the spring; twice in the fall.
    expect(at('3/14/2027', '2:30')).toBeNull();
    expect(at('11/7/2027', '1:30')).toBe('2027-11-07T05:30:00.000Z');
  });

  it('is none without a day, or with a day that is none', () => {
    expect(at('', '5 PM')).toBeNull();
    expect(at('2/30/2027', '5 PM')).toBeNull();
  });
});
