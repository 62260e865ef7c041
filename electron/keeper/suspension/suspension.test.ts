import { describe, expect, it } from 'vitest';
import type { Moment } from '../../../shared/application/retention.ts';
import { plannedAt, type Suspension, suspensionNow } from './suspension.ts';

const HOUR = 3_600_000;
const NOON: Moment = { wall: Date.UTC(2026, 10, 24, 12), elapsed: 100 * HOUR };

/** Both clocks go on, or one is set. */
const later = (wall: number, elapsed = wall): Moment => ({
  wall: NOON.wall + wall * HOUR,
  elapsed: NOON.elapsed + elapsed * HOUR,
});

const announced: Suspension = {
  ...{ source: 'staff', setBy: 'Marisol Tidewater', serial: null, open: 'finish' },
  decided: NOON.wall,
  ...{ notice: { en: 'Not today.' }, since: null, ends: null },
  begins: plannedAt(later(2).wall, NOON),
};
const inForce: Suspension = { ...announced, since: NOON.wall, begins: null };

describe('a suspension that is announced', () => {
  const begins = (now: Moment) => suspensionNow(announced, now)?.since !== null;

  it('begins at its moment, and not before', () => {
    expect(begins(later(1.99))).toBe(false);
    expect(suspensionNow(announced, later(2))).toEqual({ ...announced, since: later(2).wall, begins: null });
  });

  it('is not put off by a clock that is set back, nor by one that is put right', () => {
    expect(begins(later(-5, 1.99))).toBe(false);
    expect(begins(later(-3, 2))).toBe(true);
    expect(begins(later(2, 0.5))).toBe(true);
  });

  it('ends what is open only once both clocks have come so far', () => {
    const forward = suspensionNow(announced, later(2, 0.5));
    expect(forward).toEqual({ ...announced, since: later(2, 0.5).wall });
    const back = suspensionNow(announced, later(-3, 2));
    expect(back).toEqual({ ...announced, since: later(-3, 2).wall });
    if (forward === null) throw new Error('it has not even begun');
    // The clock was put right again: it has not gone by what it says.
    expect(suspensionNow(forward, later(1))).toBe(forward);
    expect(suspensionNow(forward, later(2))).toEqual({ ...forward, begins: null });
  });
});

describe('a suspension in force', () => {
  const until: Suspension = { ...inForce, ends: plannedAt(later(3).wall, NOON) };

  it('goes on until somebody ends it', () => {
    expect(suspensionNow(inForce, later(10_000))).toBe(inForce);
  });

  it('ends at its moment by both clocks: one that is set forward ends nothing', () => {
    expect(suspensionNow(until, later(2.99))).toBe(until);
    expect(suspensionNow(until, later(50, 1))).toBe(until);
    expect(suspensionNow(until, later(-1, 3))).toBe(until);
    expect(suspensionNow(until, later(3))).toBeNull();
  });
});
