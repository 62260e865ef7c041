import { expect, it } from 'vitest';
import { applicationId } from '../../../shared/contract/ids.ts';
import { createSuspensionWork } from './suspension-work.ts';
import type { Suspensions } from './suspensions.ts';

const [FIRST, SECOND] = [applicationId.parse('a'.repeat(32)), applicationId.parse('b'.repeat(32))];

/** A vault with two open applications, of which the disk does not take some. */
function stage() {
  const state = { open: [FIRST, SECOND], ends: true, settles: true, full: new Set<string>() };
  const failed: string[] = [];
  const suspensions: Suspensions = {
    ...{ all: () => [], of: () => null, stopsIntake: () => true, endsOpen: () => state.ends },
    settle() {
      if (!state.settles) throw new Error('the rows are not written');
    },
  };
  const work = createSuspensionWork({
    suspensions,
    endable: () => [...state.open],
    callOff(application) {
      if (state.full.has(application)) throw new Error(`not ended: ${application.slice(0, 1)}`);
      state.open = state.open.filter((each) => each !== application);
    },
    failed: (error) => void failed.push(String(error)),
  });
  return { state, failed, work };
}

it('ends what is open only where a suspension in force says so', () => {
  const { state, failed, work } = stage();
  state.ends = false;
  work.check();
  expect(state.open).toEqual([FIRST, SECOND]);
  state.ends = true;
  work.check();
  expect([state.open, failed]).toEqual([[], []]);
});

it('tells what the disk does not take, goes on with the rest, and tries again', () => {
  const { state, failed, work } = stage();
  state.full.add(FIRST);
  state.settles = false;
  work.check();
  expect(state.open).toEqual([FIRST]);
  expect(failed).toEqual(['Error: the rows are not written', 'Error: not ended: a']);
  state.full.clear();
  state.settles = true;
  work.check();
  expect([state.open, failed.length]).toEqual([[], 2]);
});
