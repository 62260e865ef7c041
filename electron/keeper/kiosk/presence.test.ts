import { expect, it } from 'vitest';
import { keeperCalls } from '../../../shared/contract/keeper.ts';
import { testClock } from '../clock.test-support.ts';
import { createPresence, showsSomebody } from './presence.ts';

const MINUTE = 60_000;

function stage() {
  const clock = testClock({ now: Date.UTC(2026, 10, 24, 8) });
  const told = { times: 0 };
  const presence = createPresence({
    clock,
    touched() {
      told.times += 1;
    },
  });
  return { clock, told, presence };
}

it('nobody is around once the kiosk was not touched for ten minutes, from its start or from the last touch on', () => {
  const { clock, presence } = stage();
  // The machine has run for an hour, and this kiosk has just started on it.
  expect(presence.isLeftAlone()).toBe(false);
  clock.advance(10 * MINUTE - 1);
  expect(presence.isLeftAlone()).toBe(false);
  clock.advance(1);
  expect(presence.isLeftAlone()).toBe(true);
  presence.touched();
  expect(presence.isLeftAlone()).toBe(false);
  clock.advance(10 * MINUTE - 1);
  expect(presence.isLeftAlone()).toBe(false);
  clock.advance(1);
  expect(presence.isLeftAlone()).toBe(true);
});

it('it goes by the time that the computer has run, whatever its clock says', () => {
  const { clock, presence } = stage();
  clock.moveClock(24 * 60 * MINUTE);
  expect(presence.isLeftAlone()).toBe(false);
  clock.advance(10 * MINUTE);
  clock.moveClock(-48 * 60 * MINUTE);
  expect(presence.isLeftAlone()).toBe(true);
});

it('each touch is passed on, and a start is none', () => {
  const { told, presence } = stage();
  expect(told.times).toBe(0);
  presence.touched();
  presence.touched();
  expect(told.times).toBe(2);
});

it('what a core asks by itself, or passes on of what it made, shows nobody', () => {
  const showing = Object.keys(keeperCalls).filter(showsSomebody);
  expect(showing.toSorted()).toEqual([
    ...['create', 'open', 'recoverStaff', 'reportActivity', 'setHoldByPassphrase', 'setUp', 'signIn'],
  ]);
  expect(showsSomebody('no call at all')).toBe(false);
});
