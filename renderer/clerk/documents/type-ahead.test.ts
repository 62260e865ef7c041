import { expect, test } from 'vitest';
import { typeAhead, wordMatch } from './type-ahead.ts';

const labels = [
  'Passport, any country',
  'Driver’s license',
  'Birth certificate',
  'Letter from a shelter',
  'Lease',
];

test('letters lead to the label that begins with them, else to one with such a word', () => {
  expect(typeAhead(labels, 'pas', 0)).toBe(0);
  expect(typeAhead(labels, 'shel', 0)).toBe(3);
  expect(typeAhead(labels, 'LE', 0)).toBe(3);
  expect(typeAhead(labels, 'lea', 3)).toBe(4);
  expect(typeAhead(labels, 'x', 0)).toBe(null);
});

test('typing on stays where it is as long as it fits', () => {
  expect(typeAhead(labels, 'le', 4)).toBe(4);
});

test('accents and case do not count', () => {
  expect(wordMatch('Carte d’Électeur', 'elec')).toEqual({ start: 8, end: 12 });
  expect(wordMatch('Passport', '')).toBe(null);
});
