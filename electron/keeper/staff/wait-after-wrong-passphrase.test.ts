import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  LOCK_OUT_AFTER,
  LOCK_OUT_MINUTES,
  waitAfter,
  waitAtApplicantScreen,
  waitForHold,
} from './wait-after-wrong-passphrase.ts';

describe('the wait after wrong passphrases in a row', () => {
  it('doubles from 5 seconds to 300, and ends in an hour', () => {
    const seconds = Array.from({ length: 11 }, (_, wrong) => waitAfter(wrong) / 1000);
    expect(seconds).toEqual([0, 0, 0, 5, 10, 20, 40, 80, 160, 300, 3600]);
  });

  it('never becomes shorter, and never longer than a lock-out', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(1000), (one, more) => {
        expect(waitAfter(one + more)).toBeGreaterThanOrEqual(waitAfter(one));
        expect(waitAfter(one)).toBeLessThanOrEqual(LOCK_OUT_MINUTES * 60_000);
        expect(Number.isInteger(waitAfter(one))).toBe(true);
      }),
    );
  });

  it('lets nobody guess more than the schedule allows, however they space their attempts', () => {
    // Somebody tries whenever they like; an attempt within the wait is not heard.
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 7_200_000 }), { maxLength: 200 }), (pauses) => {
        let [now, wrong, waitUntil] = [0, 0, 0];
        for (const pause of pauses) {
          now += pause;
          if (now < waitUntil) continue;
          wrong += 1;
          waitUntil = now + waitAfter(wrong);
        }
        // Ten before the first lock-out, then at most one an hour.
        const hours = Math.floor(now / (LOCK_OUT_MINUTES * 60_000));
        expect(wrong).toBeLessThanOrEqual(LOCK_OUT_AFTER + hours);
      }),
    );
  });
});

describe('the wait where a legal hold is set by a passphrase', () => {
  it('doubles from 5 seconds to 30, however many there were, and locks nobody out', () => {
    const seconds = Array.from({ length: 40 }, (_, wrong) => waitForHold(wrong) / 1000);
    expect(seconds.slice(0, 8)).toEqual([0, 0, 0, 5, 10, 20, 30, 30]);
    expect(Math.max(...seconds)).toBe(30);
  });

  it('lets nobody guess more than 2,885 times in a day', () => {
    const day = 24 * 60 * 60_000;
    let wrong = 0;
    for (let now = 0; now < day; now += waitForHold(wrong)) wrong += 1;
    expect(wrong).toBeGreaterThan(2_000);
    expect(wrong).toBeLessThanOrEqual(2_885);
  });
});

describe('the wait where an applicant has the screen', () => {
  it('doubles from 5 seconds to 60, and locks nobody out', () => {
    const seconds = Array.from({ length: 12 }, (_, wrong) => waitAtApplicantScreen(wrong) / 1000);
    expect(seconds).toEqual([0, 0, 0, 5, 10, 20, 40, 60, 60, 60, 60, 60]);
  });

  it('lets nobody guess more than 1,446 times in a day, however they space their attempts', () => {
    const day = 24 * 60 * 60_000;
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 90_000 }), { maxLength: 50 }), (pauses) => {
        // As late as they like at first, and then as soon as they are heard.
        let [now, wrong, waitUntil] = [0, 0, 0];
        for (const pause of pauses) {
          now += pause;
          if (now < waitUntil) continue;
          wrong += 1;
          waitUntil = now + waitAtApplicantScreen(wrong);
        }
        for (now = Math.max(now, waitUntil); now < day; now = waitUntil) {
          wrong += 1;
          waitUntil = now + Math.max(1, waitAtApplicantScreen(wrong));
        }
        expect(wrong).toBeLessThanOrEqual(1_446);
      }),
    );
  });
});
