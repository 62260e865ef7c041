import { expect, it } from 'vitest';
import { createSuspensionWork } from './suspension-work.ts';
import type { Suspensions } from './suspensions.ts';

function stage() {
  const state = { ends: true, settles: true, calledOff: 0 };
  const failed: string[] = [];
  const suspensions: Suspensions = {
    ...{ all: () => [], of: () => null, stopsIntake: () => true, endsOpen: () => state.ends },
    settle() {
      if (!state.settles) throw new Error('the rows are not written');
    },
  };
  const work = createSuspensionWork({
    suspensions,
    callOff: {
      all() {
        state.calledOff += 1;
      },
    },
    failed: (error) => void failed.push(String(error)),
  });
  return { state, failed, work };
}

it('ends what is open only where a suspension in force says so', () => {
  const { state, failed, work } = stage();
  state.ends = false;
  work.check();
  expect(state.calledOff).toBe(0);
  state.ends = true;
  work.check();
  expect([state.calledOff, failed]).toEqual([1, []]);
});

it('tells what the disk does not take, goes on with the rest, and tries again', () => {
  const { state, failed, work } = stage();
  state.settles = false;
  work.check();
  expect([state.calledOff, failed]).toEqual([1, ['Error: the rows are not written']]);
  state.settles = true;
  work.check();
  expect([state.calledOff, failed.length]).toEqual([2, 1]);
});
