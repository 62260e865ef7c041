import { expect, test } from 'vitest';
import { changedPassphraseProblem, isTheSame, newPassphraseProblem } from './new-passphrase.ts';

test('a passphrase of enough strength, or not judged yet, has no problem', () => {
  for (const strength of [3, 4, null]) expect(newPassphraseProblem('copper lantern', strength)).toBe(null);
});

test('nothing, too much and too little are told', () => {
  expect(newPassphraseProblem('', null)).toBe('empty');
  expect(newPassphraseProblem(' \n', null)).toBe('empty');
  expect(newPassphraseProblem('p'.repeat(201), 4)).toBe('too-long');
  for (const strength of [0, 1, 2]) expect(newPassphraseProblem('summer', strength)).toBe('weak');
});

test('the one that it takes the place of is no new one', () => {
  expect(changedPassphraseProblem('copper lantern', 4, ' copper lantern\n')).toBe('unchanged');
  expect(changedPassphraseProblem('copper lantern', 4, 'copper')).toBe(null);
  expect(changedPassphraseProblem('copper lantern', 2, 'copper')).toBe('weak');
  expect(changedPassphraseProblem('', null, '')).toBe('empty');
});

test('a pasted line end does not make another passphrase, an inner space does', () => {
  expect(isTheSame('copper lantern', ' copper lantern\n')).toBe(true);
  expect(isTheSame('copper lantern', 'copperlantern')).toBe(false);
});
