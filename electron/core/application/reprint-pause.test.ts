import { expect, it } from 'vitest';
import { SECOND_PRESS_MILLISECONDS } from '../../../shared/second-press.ts';
import { createReprintPause } from './reprint-pause.ts';

it('begins where the same card may be printed again, and news of the same state begins none', () => {
  let time = 10_000;
  const pause = createReprintPause(() => time);
  const after = (milliseconds: number): boolean => {
    time += milliseconds;
    return pause.isOver();
  };
  pause.cameTo({ kind: 'printed' });
  expect(after(0)).toBe(true);
  pause.cameTo({ kind: 'spoiled', reason: 'smudged' });
  expect(after(SECOND_PRESS_MILLISECONDS - 1)).toBe(false);
  pause.cameTo({ kind: 'spoiled', reason: 'smudged' });
  expect(after(1)).toBe(true);
  pause.cameTo({ kind: 'queued' });
  pause.cameTo({ kind: 'printing', card: 'none' });
  expect(after(SECOND_PRESS_MILLISECONDS - 1)).toBe(false);
  expect(after(1)).toBe(true);
  // The keeper refuses this one.
  pause.cameTo({ kind: 'spoiled', reason: 'wrong-photo' });
  expect(after(0)).toBe(true);
});
