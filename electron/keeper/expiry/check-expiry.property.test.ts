import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Retention } from '../../../shared/application/retention.ts';
import { type LifeStep, liveThrough } from './life.test-support.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The keeper looks each half minute; beginnings are rounded down to a minute. */
const SLACK = MINUTE;

const retention: fc.Arbitrary<Retention> = fc.record({
  hours: fc.integer({ min: 1, max: 30 }),
  endOfDay: fc.boolean(),
});

/** As somebody with a wrong clock, a right one or a watch in hand would set it. */
const moved = fc.oneof(
  fc.integer({ min: -MINUTE, max: MINUTE }),
  fc.integer({ min: -12 * MINUTE, max: 12 * MINUTE }),
  fc.integer({ min: -30 * HOUR, max: 30 * HOUR }),
  fc.integer({ min: -500 * DAY, max: 500 * DAY }),
);
const kept = fc.constant(0);

function lives(wall: fc.Arbitrary<number>): fc.Arbitrary<readonly LifeStep[]> {
  const step: fc.Arbitrary<LifeStep> = fc.oneof(
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('advance'), milliseconds: fc.nat(8 * HOUR) }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('begin') }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('move-clock'), milliseconds: wall }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('restart-keeper') }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('confirm-date') }) },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('reboot'),
        offMilliseconds: fc.oneof(fc.nat(5 * MINUTE), fc.nat(20 * HOUR)),
        wallMovedBy: fc.oneof(kept, wall),
      }),
    },
  );
  return fc.array(step, { minLength: 1, maxLength: 16 });
}
const firstMoment = fc.integer({ min: Date.UTC(2026, 10, 24), max: Date.UTC(2026, 10, 25) });

describe('whatever the wall clock is set to', () => {
  it('nothing is kept beyond the hours, and nothing goes before them without a midnight', () => {
    const seen = { kept: 0, hours: 0, endOfDay: 0 };
    fc.assert(
      fc.property(firstMoment, retention, lives(moved), (now, policy, steps) => {
        liveThrough(now, policy, steps, ({ application: { atLeast, atMost, beganInDay }, verdict }) => {
          const limit = policy.hours * HOUR;
          if (verdict === 'kept') {
            if (atLeast >= limit) throw new Error(`kept for ${atLeast} ms of ${limit}`);
            seen.kept += 1;
            return;
          }
          if (atMost + SLACK >= limit) {
            seen.hours += 1;
            return;
          }
          // By a wall clock that is trusted up to ten minutes, the midnight before may also be its own.
          const crossed =
            beganInDay + atMost + 10 * MINUTE + SLACK >= DAY || beganInDay <= 10 * MINUTE + SLACK;
          if (!policy.endOfDay || !crossed) throw new Error(`ended after ${atMost} ms of ${limit}`);
          seen.endOfDay += 1;
        });
      }),
      { numRuns: process.env.COUNTERFOIL_ALL === '1' ? 1200 : 400 },
    );
    // All three ends were reached, or the property says nothing.
    expect(Math.min(seen.kept, seen.hours, seen.endOfDay)).toBeGreaterThan(20);
  });
});

describe('while nobody sets the wall clock', () => {
  it('an application ends with its hours or its day, whichever is first', () => {
    const seen = { kept: 0, hours: 0, endOfDay: 0 };
    fc.assert(
      fc.property(firstMoment, retention, lives(kept), (now, policy, steps) => {
        liveThrough(now, policy, steps, ({ application: { age, beganInDay }, verdict }) => {
          const hoursOver = policy.hours * HOUR - age;
          const dayOver = policy.endOfDay ? DAY - beganInDay - age : Number.POSITIVE_INFINITY;
          // The last minute of a day counts as the next day.
          const ownDay = beganInDay >= DAY - SLACK ? dayOver + DAY : dayOver;
          const first = Math.min(hoursOver, ownDay);
          if (verdict === 'kept') {
            if (first <= 0) throw new Error(`kept ${-first} ms too long`);
            seen.kept += 1;
          } else {
            if (Math.min(hoursOver, dayOver) > SLACK) throw new Error(`ended ${first} ms too early`);
            seen[hoursOver <= dayOver ? 'hours' : 'endOfDay'] += 1;
          }
        });
      }),
      { numRuns: process.env.COUNTERFOIL_ALL === '1' ? 1200 : 400 },
    );
    expect(Math.min(seen.kept, seen.hours, seen.endOfDay)).toBeGreaterThan(20);
  });
});
