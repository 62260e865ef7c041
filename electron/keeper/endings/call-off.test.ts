import { expect, it } from 'vitest';
import { applicationId } from '../../../shared/contract/ids.ts';
import { createCallOff } from './call-off.ts';

const [FIRST, SECOND] = [applicationId.parse('a'.repeat(32)), applicationId.parse('b'.repeat(32))];

/** A vault with two open applications, of which the disk does not take some. */
function stage() {
  const state = { open: [FIRST, SECOND], full: new Set<string>(), isReadable: true };
  const failed: string[] = [];
  const callOff = createCallOff({
    endable() {
      if (!state.isReadable) throw new Error('the rows are not read');
      return [...state.open];
    },
    end(application) {
      if (state.full.has(application)) throw new Error(`not ended: ${application.slice(0, 1)}`);
      state.open = state.open.filter((each) => each !== application);
    },
    failed: (error) => void failed.push(String(error)),
  });
  return { state, failed, callOff };
}

function counter() {
  const ended: string[] = [];
  return { ended, note: () => void ended.push('.') };
}

it('ends all that may be ended, and counts each', () => {
  const { state, failed, callOff } = stage();
  const { ended, note } = counter();
  callOff.all(note);
  expect([state.open, ended, failed]).toEqual([[], ['.', '.'], []]);
});

it('notes what the disk does not take, goes on with the rest, and ends it when it is asked again', () => {
  const { state, failed, callOff } = stage();
  const { ended, note } = counter();
  state.full.add(FIRST);
  callOff.all(note);
  expect([state.open, ended, failed]).toEqual([[FIRST], ['.'], ['Error: not ended: a']]);
  state.full.clear();
  callOff.all(note);
  expect([state.open, ended, failed.length]).toEqual([[], ['.', '.'], 1]);
});

it('notes that it cannot be known what is open', () => {
  const { state, failed, callOff } = stage();
  state.isReadable = false;
  callOff.all();
  expect(failed).toEqual(['Error: the rows are not read']);
});
