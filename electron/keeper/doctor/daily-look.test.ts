import { expect, it } from 'vitest';
import type { Examination } from '../../../shared/contract/doctor/doctor-acts.ts';
import { examinedWith } from '../../../shared/contract/doctor/examination.test-support.ts';
import { testClock } from '../clock.test-support.ts';
import { createDailyLook } from './daily-look.ts';

const HOUR = 60 * 60_000;
const NOT_RUN: Examination = { kind: 'did-not-run', utc: '2026-11-24T13:00:00.000Z' };

function stage() {
  const clock = testClock({ now: Date.UTC(2026, 10, 24, 8) });
  const is = { idle: true, looks: 0 };
  const found: { next: () => Promise<Examination> } = {
    next: () => Promise.resolve({ kind: 'ran', report: examinedWith() }),
  };
  const failures: unknown[] = [];
  const daily = createDailyLook({
    doctor: {
      examine() {
        is.looks += 1;
        return found.next();
      },
    },
    clock,
    isIdle: () => is.idle,
    failed: (error) => void failures.push(error),
  });
  /** A round, and all that follows from it. */
  const round = async (): Promise<number> => {
    daily.round();
    await Promise.resolve();
    await Promise.resolve();
    return is.looks;
  };
  return { clock, is, found, failures, round };
}

it('looks once the kiosk is idle on the screen, and then once a day', async () => {
  const { clock, is, round } = stage();
  is.idle = false;
  expect(await round()).toBe(0);
  is.idle = true;
  expect([await round(), await round()]).toEqual([1, 1]);
  clock.advance(23 * HOUR);
  expect(await round()).toBe(1);
  clock.advance(HOUR);
  is.idle = false;
  // Somebody is served just then.
  expect(await round()).toBe(1);
  is.idle = true;
  expect(await round()).toBe(2);
});

it('goes by the time that the computer has run, whatever its clock says', async () => {
  const { clock, round } = stage();
  await round();
  clock.moveClock(48 * HOUR);
  expect(await round()).toBe(1);
});

it('looks again after an hour where nobody could look', async () => {
  const { clock, found, round } = stage();
  found.next = () => Promise.resolve(NOT_RUN);
  expect(await round()).toBe(1);
  clock.advance(HOUR - 1);
  expect(await round()).toBe(1);
  clock.advance(1);
  expect(await round()).toBe(2);
});

it('says that it failed, and looks again the next day', async () => {
  const { clock, found, failures, round } = stage();
  const defect = new Error('a screen that can’t be told');
  found.next = () => Promise.reject(defect);
  await round();
  expect(failures).toEqual([defect]);
  clock.advance(24 * HOUR);
  expect(await round()).toBe(2);
});
