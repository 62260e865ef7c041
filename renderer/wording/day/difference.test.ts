import { beforeAll, expect, test } from 'vitest';
import { speakEnglish } from '../english.test-support.ts';
import { otherFeesInWords } from './difference.ts';

beforeAll(speakEnglish);

test('fees that the figures do not have, or have of another day, are told before anybody looks for a reason', () => {
  expect(otherFeesInWords('as-expected', 0)).toEqual([]);
  expect(otherFeesInWords('not-counted', 1)).toEqual([
    'A fee counts at handoff. 1 application is still open: a fee paid for it isn’t counted yet.',
  ]);
  const over = otherFeesInWords('over', 2).join(' ');
  expect(over).toContain('2 applications are still open: fees paid for them aren’t counted yet.');
  expect(over).toContain('A fee paid for an application that ended without a card isn’t counted.');
  expect(otherFeesInWords('over', 0)).toHaveLength(1);
  expect(otherFeesInWords('short', 0)).toEqual([
    'A fee paid before this day was opened is counted here if its card was handed over since.',
  ]);
});
