import { expect, it } from 'vitest';
import { shownAfterAnswer } from './shown-after-answer.ts';

it('a card that was found is in the tray, and nothing is asked any more', () => {
  expect(shownAfterAnswer(true)).toEqual({ stage: 'in-tray', ending: { kind: 'in-tray' } });
});

it('without a card the print has failed, also where the printer had said that it was done', () => {
  expect(shownAfterAnswer(false)).toEqual({ stage: 'failed', ending: null });
});
