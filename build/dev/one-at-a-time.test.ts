import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { oneAtATime } from './one-at-a-time.ts';

const QUIET = 300;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** An act that is under way until it is finished by hand. */
function stage() {
  const finish: (() => void)[] = [];
  const act = vi.fn(() => new Promise<void>((resolve) => finish.push(resolve)));
  return { act, finish, repeated: oneAtATime(act, QUIET) };
}

it('a burst is one', async () => {
  const { act, repeated } = stage();
  for (let times = 0; times < 5; times += 1) {
    repeated.ask();
    await vi.advanceTimersByTimeAsync(QUIET / 2);
  }
  expect(act).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(QUIET);
  expect(act).toHaveBeenCalledTimes(1);
});

it('what is asked while one is under way is done once more, after it', async () => {
  const { act, finish, repeated } = stage();
  repeated.ask();
  await vi.advanceTimersByTimeAsync(QUIET);
  repeated.ask();
  repeated.ask();
  await vi.advanceTimersByTimeAsync(QUIET * 3);
  expect(act).toHaveBeenCalledTimes(1);
  finish[0]?.();
  await vi.advanceTimersByTimeAsync(QUIET);
  expect(act).toHaveBeenCalledTimes(2);
  finish[1]?.();
  await vi.advanceTimersByTimeAsync(QUIET * 3);
  expect(act).toHaveBeenCalledTimes(2);
});

it('after its end nothing begins, and what is under way is waited for', async () => {
  const { act, finish, repeated } = stage();
  repeated.ask();
  await vi.advanceTimersByTimeAsync(QUIET);
  repeated.ask();
  let hasEnded = false;
  const ended = repeated.end().then(() => {
    hasEnded = true;
  });
  await vi.advanceTimersByTimeAsync(QUIET * 3);
  expect(hasEnded).toBe(false);
  finish[0]?.();
  await ended;
  await vi.advanceTimersByTimeAsync(QUIET * 3);
  expect(act).toHaveBeenCalledTimes(1);
});
