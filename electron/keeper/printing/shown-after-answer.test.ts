import { expect, it } from 'vitest';
import { shownAfterAnswer } from './shown-after-answer.ts';

it('a card that was found is in the tray, and nothing is asked any more', () => {
  expect(shownAfterAnswer(true, { kind: 'printed' })).toEqual({
    stage: 'in-tray',
    ending: { kind: 'in-tray' },
  });
});

it('without a card the print has failed, or begins anew where it was said to be done', () => {
  expect(shownAfterAnswer(false, { kind: 'printing', card: 'none' })).toEqual({
    stage: 'failed',
    ending: null,
  });
  expect(shownAfterAnswer(false, { kind: 'ready' })).toEqual({ stage: null, ending: null });
});
