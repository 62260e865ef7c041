import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Answer } from '../../shared/contract/declare.ts';
import type { Refusal } from '../../shared/contract/refusals.ts';
import { err, ok } from '../../shared/result.ts';
import { createCommitQueue } from './commit-queue.ts';

interface Sent {
  readonly field: string;
  readonly typed: string;
  readonly answer: (answer: Answer<unknown>) => void;
}

function setUp() {
  const sent: Sent[] = [];
  const troubles: (Refusal | null)[] = [];
  const queue = createCommitQueue<string>(
    (field, typed) => new Promise((resolve) => sent.push({ field, typed, answer: resolve })),
    (refusal) => troubles.push(refusal),
  );
  return { sent, troubles, queue };
}

// A moment after which the queue tries again is reached by the test's own clock.
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Lets everything happen that waits for nothing but its turn. */
async function soon(): Promise<void> {
  await vi.advanceTimersByTimeAsync(0);
}

test('while one commit of a field is under way only the latest waits', async () => {
  const { sent, queue } = setUp();
  for (const typed of ['A', 'An', 'Ana', 'Anna']) queue.commit('name', typed);
  expect(sent.map(({ typed }) => typed)).toEqual(['A']);
  sent[0]?.answer(ok({}));
  await soon();
  expect(sent.map(({ typed }) => typed)).toEqual(['A', 'Anna']);
});

test('fields do not wait for each other', () => {
  const { sent, queue } = setUp();
  queue.commit('name', 'Ana');
  queue.commit('gender', 'w');
  expect(sent.map(({ field }) => field)).toEqual(['name', 'gender']);
});

test('settled waits for the last word of every field', async () => {
  const { sent, queue } = setUp();
  queue.commit('name', 'A');
  queue.commit('name', 'Ana');
  let settled = false;
  const waiting = queue.settled().then((result) => {
    settled = result.ok;
  });
  sent[0]?.answer(ok({}));
  await soon();
  expect(settled).toBe(false);
  sent[1]?.answer(ok({}));
  await waiting;
  expect(settled).toBe(true);
  expect(queue.unkept().size).toBe(0);
});

test('what was refused is kept, told, and tried again by itself', async () => {
  const { sent, troubles, queue } = setUp();
  queue.commit('name', 'Ana');
  sent[0]?.answer(err({ kind: 'not-written' }));
  expect(await queue.settled()).toEqual(err({ kind: 'not-written' }));
  expect(queue.unkept().get('name')).toBe('Ana');
  expect(troubles).toEqual([{ kind: 'not-written' }]);
  await vi.advanceTimersToNextTimerAsync();
  expect(sent[1]).toMatchObject({ field: 'name', typed: 'Ana' });
  sent[1]?.answer(ok({}));
  expect(await queue.settled()).toEqual(ok(null));
  expect(troubles.at(-1)).toBe(null);
});

test('a refusal that time cannot heal waits for the next change', async () => {
  const { sent, queue } = setUp();
  queue.commit('name', 'x');
  sent[0]?.answer(err({ kind: 'malformed' }));
  await soon();
  expect(vi.getTimerCount(), 'nothing is put off').toBe(0);
  expect(sent).toHaveLength(1);
  queue.commit('name', 'y');
  expect(sent[1]?.typed).toBe('y');
});

test('text that a locked screen could not commit is kept, and goes on once it is opened', async () => {
  const { sent, queue } = setUp();
  queue.commit('name', 'Ana');
  sent[0]?.answer(err({ kind: 'not-allowed' }));
  await queue.settled();
  expect(queue.unkept().get('name')).toBe('Ana');
  await vi.advanceTimersToNextTimerAsync();
  sent[1]?.answer(ok({}));
  await queue.settled();
  expect(queue.unkept().size).toBe(0);
});
