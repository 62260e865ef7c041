import { expect, test } from 'vitest';
import {
  createShowsSomebody,
  type HandEvent,
  MOVEMENT_ALONE_MILLISECONDS,
  MOVEMENT_PIXELS,
} from './hand-activity.ts';

const PRESS: HandEvent = { kind: 'press' };
const key = (isRepeat: boolean): HandEvent => ({ kind: 'key', isRepeat });
const at = (x: number): HandEvent => ({ kind: 'move', x, y: 0 });

/** Somebody has pressed at 0 ms, with the pointer at the edge. */
function stage() {
  const clock = { now: 0 };
  const shows = createShowsSomebody(() => clock.now);
  shows(at(0), false);
  expect(shows(PRESS, false)).toBe(true);
  return { clock, shows };
}

test('a fresh press of a key, a button or the glass counts at any time', () => {
  const { clock, shows } = stage();
  for (const now of [1_000, 10_000_000]) {
    clock.now = now;
    for (const isAsked of [false, true]) {
      expect(shows(key(false), isAsked)).toBe(true);
      expect(shows(PRESS, isAsked)).toBe(true);
    }
  }
});

test('a key that is held never counts, and does not make a pointer count either', () => {
  const { clock, shows } = stage();
  let heard = 0;
  for (; clock.now < 600_000; clock.now += 30) if (shows(key(true), false)) heard += 1;
  expect(heard).toBe(0);
  expect(shows(at(900), false)).toBe(false);
});

test('a pointer counts where it goes some way, and not where it trembles', () => {
  const { shows } = stage();
  for (let step = 0; step < 100; step += 1)
    expect(shows(at(step % 2 === 0 ? 0 : MOVEMENT_PIXELS - 1), false)).toBe(false);
  expect(shows(at(MOVEMENT_PIXELS), false)).toBe(true);
});

test('a pointer that drifts by itself is heard for a minute after the last press, however far it goes', () => {
  const { clock, shows } = stage();
  const heard: number[] = [];
  for (; clock.now < 600_000; clock.now += 500) if (shows(at(clock.now), false)) heard.push(clock.now);
  expect(heard.length).toBeGreaterThan(100);
  expect(heard.at(-1)).toBe(MOVEMENT_ALONE_MILLISECONDS - 500);
  // Somebody comes.
  shows(PRESS, false);
  expect(shows(at(0), false)).toBe(true);
});

test('a wheel that turns by itself is heard as long', () => {
  const { clock, shows } = stage();
  expect(shows({ kind: 'scroll' }, false)).toBe(true);
  clock.now = MOVEMENT_ALONE_MILLISECONDS;
  expect(shows({ kind: 'scroll' }, false)).toBe(false);
});

test('neither answers the question whether somebody is there', () => {
  const { shows } = stage();
  expect(shows(at(500), true)).toBe(false);
  expect(shows({ kind: 'scroll' }, true)).toBe(false);
});

test('where the pointer lies when the page begins is no movement', () => {
  const shows = createShowsSomebody(() => 0);
  shows(key(false), false);
  expect(shows(at(700), false)).toBe(false);
  expect(shows(at(760), false)).toBe(true);
});
