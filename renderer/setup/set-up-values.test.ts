import { expect, test } from 'vitest';
import { emptySetUp, problemsOf } from './set-up-values.ts';

const good = {
  kioskName: 'City Hall',
  supervisorName: 'Maria Novak',
  supervisorPassphrase: 'correct horse battery',
  supervisorAgain: 'correct horse battery',
  clerkName: 'Ana Ruiz',
  clerkPassphrase: 'staple tin moon river',
  clerkAgain: 'staple tin moon river',
};

test('a filled form has no problem, an empty one has one at every name and passphrase', () => {
  expect(problemsOf(good)).toEqual([]);
  expect(problemsOf(emptySetUp).map(({ field }) => field)).toEqual([
    'kioskName',
    'supervisorName',
    'supervisorPassphrase',
    'clerkName',
    'clerkPassphrase',
  ]);
});

test('passphrases must be typed twice alike and names must differ', () => {
  expect(problemsOf({ ...good, clerkAgain: 'other' })).toEqual([
    { field: 'clerkAgain', kind: 'not-the-same' },
  ]);
  expect(problemsOf({ ...good, clerkName: ' Maria Novak ' })).toEqual([
    { field: 'clerkName', kind: 'same-name' },
  ]);
  expect(problemsOf({ ...good, clerkPassphrase: 'short', clerkAgain: 'short' })).toEqual([
    { field: 'clerkPassphrase', kind: 'too-short' },
  ]);
});
