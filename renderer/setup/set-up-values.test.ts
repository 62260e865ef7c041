import { expect, test } from 'vitest';
import { emptySetUp, problemsOf } from './set-up-values.ts';

const good = {
  kioskName: 'City Hall, desk #2',
  supervisorName: 'Maria Novak',
  supervisorPassphrase: 'correct horse battery',
  supervisorAgain: 'correct horse battery',
  secondName: 'Otto Vale',
  secondPassphrase: 'harbor violet candle soup',
  secondAgain: 'harbor violet candle soup',
  clerkName: 'Ana Ruiz',
  clerkPassphrase: 'staple tin moon river',
  clerkAgain: 'staple tin moon river',
};
const strong = { supervisor: 4, second: 4, clerk: 3 };

test('a filled form has no problem, an empty one has one at every name and passphrase', () => {
  expect(problemsOf(good, strong)).toEqual([]);
  expect(problemsOf(good, { supervisor: null, second: null, clerk: null })).toEqual([]);
  expect(problemsOf(emptySetUp, strong).map(({ field }) => field)).toEqual([
    'kioskName',
    'supervisorName',
    'supervisorPassphrase',
    'secondName',
    'secondPassphrase',
    'clerkName',
    'clerkPassphrase',
  ]);
});

test('passphrases must be typed twice alike, and be hard to guess', () => {
  expect(problemsOf({ ...good, clerkAgain: 'other' }, strong)).toEqual([
    { field: 'clerkAgain', kind: 'not-the-same' },
  ]);
  expect(problemsOf(good, { ...strong, clerk: 2 })).toEqual([{ field: 'clerkPassphrase', kind: 'weak' }]);
  expect(problemsOf(good, { ...strong, second: 2 })).toEqual([{ field: 'secondPassphrase', kind: 'weak' }]);
});

test('names must differ in more than case and spaces', () => {
  for (const clerkName of [' Maria Novak ', 'MARIA NOVAK', 'Maria  Novak']) {
    expect(problemsOf({ ...good, clerkName }, strong)).toEqual([{ field: 'clerkName', kind: 'same-name' }]);
  }
  expect(problemsOf({ ...good, secondName: 'maria novak' }, strong)).toEqual([
    { field: 'secondName', kind: 'same-name' },
  ]);
  expect(problemsOf({ ...good, clerkName: 'OTTO VALE' }, strong)).toEqual([
    { field: 'clerkName', kind: 'same-name' },
  ]);
});

test('names hold no character that nobody sees, staff names no symbols either', () => {
  expect(problemsOf({ ...good, kioskName: 'Desk\u202E2' }, strong)).toEqual([
    { field: 'kioskName', kind: 'unusable-name' },
  ]);
  for (const supervisorName of ['Maria\u200BNovak', 'Maria <Novak>', '…', '😀']) {
    expect(problemsOf({ ...good, supervisorName }, strong)).toEqual([
      { field: 'supervisorName', kind: 'unusable-name' },
    ]);
  }
});
