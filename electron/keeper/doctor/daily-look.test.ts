import { expect, it } from 'vitest';
import type { Examination } from '../../../shared/contract/doctor/doctor-acts.ts';
import { examinedWith } from '../../../shared/contract/doctor/examination.test-support.ts';
import { testClock } from '../clock.test-support.ts';
import { createPresence } from '../kiosk/presence.ts';
import { createDailyLook } from './daily-look.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NOT_RUN: Examination = { kind: 'did-not-run', utc: '2026-11-24T13:00:00.000Z' };

function stage() {
  const clock = testClock({ now: Date.UTC(2026, 10, 24, 8) });
  const is = { idle: true, looks: 0 };
  const found: { next: () => Promise<Examination> } = {
    next: () => Promise.resolve({ kind: 'ran', report: examinedWith() }),
  };
  const failures: unknown[] = [];
  const presence = createPresence({ clock, touched: () => undefined });
  const daily = createDailyLook({
    doctor: {
      examineInBackground() {
        is.looks += 1;
        return found.next();
      },
    },
    clock,
    presence,
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
  return { clock, presence, is, found, failures, round };
}

/** A kiosk that nobody has touched since it started ten minutes ago. */
function quietStage() {
  const staged = stage();
  staged.clock.advance(10 * MINUTE);
  return staged;
}

it('looks first when nobody has touched the kiosk for ten minutes', async () => {
  const { clock, presence, round } = stage();
  // The machine has run for an hour, and this kiosk has just started on it.
  expect(await round()).toBe(0);
  clock.advance(9 * MINUTE);
  presence.touched();
  clock.advance(10 * MINUTE - 1);
  expect(await round()).toBe(0);
  clock.advance(1);
  expect(await round()).toBe(1);
});

it('looks while the kiosk is idle on the screen, and then once a day', async () => {
  const { clock, presence, is, round } = quietStage();
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
  // Somebody has just gone.
  presence.touched();
  expect(await round()).toBe(1);
  clock.advance(10 * MINUTE);
  expect(await round()).toBe(2);
});

it('goes by the time that the computer has run, whatever its clock says', async () => {
  const { clock, round } = quietStage();
  await round();
  clock.moveClock(48 * HOUR);
  expect(await round()).toBe(1);
});

it('looks again after an hour where nobody could look', async () => {
  const { clock, found, round } = quietStage();
  found.next = () => Promise.resolve(NOT_RUN);
  expect(await round()).toBe(1);
  clock.advance(HOUR - 1);
  expect(await round()).toBe(1);
  clock.advance(1);
  expect(await round()).toBe(2);
});

it('says that it failed, and looks again the next day', async () => {
  const { clock, found, failures, round } = quietStage();
  const defect = new Error('a screen that can’t be told');
  found.next = () => Promise.reject(defect);
  await round();
  expect(failures).toEqual([defect]);
  clock.advance(24 * HOUR);
  expect(await round()).toBe(2);
});
