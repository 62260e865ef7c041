import { beforeAll, expect, test } from 'vitest';
import { speakEnglish } from '../english.test-support.ts';
import { searchInWords, searchLimitsInWords } from './record-search.ts';

beforeAll(speakEnglish);

test('before a search nobody is told that a hold keeps everything: an erasure that has begun goes on, or stops, by the policy', () => {
  const [completing, stopping] = (['complete', 'stop'] as const).map((begun) =>
    searchInWords(begun).join(' '),
  );
  for (const said of [completing, stopping]) {
    expect(said).toContain('Set a legal hold on everything first');
    expect(said).not.toContain('nothing is erased');
  }
  expect(completing).toContain('an erasure that has already started runs to its end');
  expect(stopping).toContain('stops, and what is left stays, unless its key or its details are already gone');
});

test('what staff typed is said to be searched, and not to be left out', () => {
  const said = searchLimitsInWords().join(' ');
  expect(said).toContain('So are the names of staff and kiosk, counsel’s references, and notices.');
  expect(said).not.toMatch(/names of staff aren’t/);
});

test('where a name may still be after its key is destroyed: in the erasing process, and at the printer', () => {
  const said = searchLimitsInWords().join(' ');
  expect(said).toMatch(
    /Until the erasure is complete, the name may still be in the printer, and in the program that searches/,
  );
});
