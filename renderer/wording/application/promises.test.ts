import { beforeAll, expect, test } from 'vitest';
import { speakEnglish } from '../english.test-support.ts';
import * as promises from './promises.ts';

beforeAll(speakEnglish);

/** Words that promise an end of the record. */
const PROMISE = /is erased|forgets|erased now|until hand-over|has ended/i;

test('the words without a hold, and what stands in their place under one', () => {
  const words = Object.entries(promises).map(([name, say]) => [name, say(false), say(true)]);
  expect(promises.spoiledCardInWords(false, true)).toBe('Destroy it.');
  expect(words).toEqual([
    [
      'beginningInWords',
      'Begins a new application.',
      'Begins a new application. A legal hold is in force: it is kept until the hold is lifted.',
    ],
    ['heldUntilInWords', 'this one, until hand-over', 'this one, until the legal hold is lifted'],
    [
      'readBackNoticeInWords',
      null,
      'A legal hold is in force. What is entered here is kept until the hold is lifted, also if you leave now and also after the card is printed.',
    ],
    [
      'endingWithoutCardInWords',
      'No card is printed. Everything the person told is erased now. It cannot be brought back.',
      'A legal hold is in force: what the person told is kept until it is lifted, also if they leave now. So this application cannot be ended. Put it aside; it stays in the list.',
    ],
    [
      'handOverNoticeInWords',
      null,
      'A legal hold is in force: this application cannot be finished until it is lifted. Ask your supervisor what is to be done with the card, then put the application aside.',
    ],
    [
      'spoiledCardInWords',
      'Destroy it in front of the person.',
      'A legal hold is in force: keep the card and ask your supervisor what is to be done with it.',
    ],
  ]);
});

test('under a hold every text names it and none promises an end; without one some do', () => {
  const held = Object.values(promises).map((say) => say(true));
  for (const words of held) {
    expect(words).toMatch(/legal hold/);
    expect(words).not.toMatch(PROMISE);
  }
  const free = Object.values(promises).map((say) => say(false));
  expect(free.filter((words) => words !== null && PROMISE.test(words))).toHaveLength(2);
});
