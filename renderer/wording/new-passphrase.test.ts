import { beforeAll, expect, test } from 'vitest';
import { speakEnglish } from './english.test-support.ts';
import { strengthInWords } from './new-passphrase.ts';

beforeAll(speakEnglish);

test('how hard a passphrase is to guess is said once, and where it is not enough, that too', () => {
  expect([0, 1, 2, 3, 4].map(strengthInWords)).toEqual([
    'Very easy to guess. Not strong enough.',
    'Very easy to guess. Not strong enough.',
    'Easy to guess. Not strong enough.',
    'Hard to guess. Strong enough.',
    'Very hard to guess.',
  ]);
});
