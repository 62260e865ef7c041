import { beforeAll, expect, test } from 'vitest';
import { speakEnglish } from '../english.test-support.ts';
import * as promises from './promises.ts';

beforeAll(speakEnglish);

/** Words that promise an end of the record. */
const PROMISE = /is erased|forgets|erased now|until handoff|has ended/i;

test('the words without a hold, and what stands in their place under one', () => {
  const words = Object.entries(promises).map(([name, say]) => [name, say(false), say(true)]);
  expect(promises.spoiledCardInWords(false, true)).toBe('Destroy it.');
  expect(words).toEqual([
    ['beginningInWords', null, 'Starts a new application. It’s kept until the legal hold is lifted.'],
    ['heldUntilInWords', 'this one, until handoff', 'this one, until the legal hold is lifted'],
    [
      'tellFirstInWords',
      null,
      'Tell the applicant before you ask for anything: a legal hold keeps their details until it’s lifted, even if they leave. Their card can’t be handed over before then.',
    ],
    [
      'printingInWords',
      null,
      'You can print the card, but not hand it over while the legal hold is in force.',
    ],
    [
      'endingWithoutCardInWords',
      'The applicant gets no new card. Everything the applicant told you is erased now. It can’t be brought back.',
      'A legal hold keeps what the applicant told you, even if they leave now, so you can’t end this application. Set it aside. It stays in the list.',
    ],
    [
      'handOverNoticeInWords',
      null,
      'A legal hold keeps this application open. Ask your supervisor what to do with the card, then press F6 to set the application aside.',
    ],
    [
      'spoiledCardInWords',
      'Destroy it in front of the applicant.',
      'A legal hold is in force. Keep the card and ask your supervisor what to do with it.',
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
