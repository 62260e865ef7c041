import { beforeAll, expect, it } from 'vitest';
import type { Missing } from '../../../shared/application/answers.ts';
import { speakEnglish } from '../english.test-support.ts';
import { problemInWords } from './problem.ts';

beforeAll(speakEnglish);

const WANTED: readonly (readonly [missing: Missing, says: RegExp])[] = [
  ['name', /^Enter the name/],
  ['text', /^Enter what should be on the card/],
  ['choice', /^Choose one/],
  ['number', /^Enter the number/],
  ['contact-name', /^Enter the contact’s name/],
  ['contact-phone', /^Enter the contact’s phone number/],
];

it.each(WANTED)('an empty field says what to enter: %s', (missing, says) => {
  expect(problemInWords({ kind: 'empty', missing })).toMatch(says);
});

it('a part of a date that is empty, or no number, says how it is entered, and names itself', () => {
  for (const kind of ['empty', 'not-a-number'] as const)
    for (const part of ['day', 'month', 'year'] as const)
      expect(problemInWords({ kind, part }), kind).toMatch(new RegExp(`^Enter the ${part} .*\\d\\.$`));
});

it('tells a year that is cut short from one that is too long ago', () => {
  expect(problemInWords({ kind: 'no-such-day', part: 'year' })).toBe(
    'Enter the year with four digits, like 1987.',
  );
  expect(problemInWords({ kind: 'too-long-ago', part: 'year' })).toBe(
    'This date is too long ago. Check the year.',
  );
});

it('says of a character that nobody sees, or knows, what to do, and no number of it', () => {
  const forbidden = { kind: 'forbidden-character', character: '\u200b' } as const;
  for (const reason of ['control', 'text-direction', 'invisible', 'unassigned', 'stray-mark'] as const) {
    const said = problemInWords({ ...forbidden, reason });
    expect(said, reason).toMatch(/Clear the field and type it again\.$/);
    expect(said, reason).not.toMatch(/U\+|\d|\u200b/);
  }
  // The positive control: what is seen is named.
  expect(problemInWords({ ...forbidden, character: '★', reason: 'symbol' })).toContain('★');
});
