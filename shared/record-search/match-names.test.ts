import { expect, it } from 'vitest';
import { matchNames } from './match-names.ts';

it.each([
  ['Maria Lopez', 'María López', 'other-spelling'],
  ['garcia lopez', 'García-López', 'other-spelling'],
  ['Garcialopez', 'García-López', 'other-spelling'],
  ['OBrien', 'O’Brien', 'other-spelling'],
  ["O'Brien", 'OʼBrien', 'other-spelling'],
  ['Kahoolawe', 'Kahoʻolawe', 'other-spelling'],
  ['Strasse', 'Straße', 'other-spelling'],
  ['Soren', 'Søren', 'other-spelling'],
  ['Ismail Isik', 'İSMAİL IŞIK', 'other-spelling'],
  ['ΟΔΥΣΣΕΑΣ', 'Οδυσσέας', 'other-spelling'],
  ['محمد', 'مُحَمَّد', 'other-spelling'],
  ['王 小明', '王小明', 'other-spelling'],
  ['Lopez, Maria', 'María López', 'other-order'],
  ['OBrien Mary', 'Mary O’Brien', 'other-order'],
  ['Muller', 'Müller', 'other-spelling'],
  ['Maria Lopez', 'María Elena López', 'more-or-fewer-words'],
  ['Maria Lopez', 'Maria J. Lopez', 'more-or-fewer-words'],
  ['Maria Elena Lopez', 'María López', 'more-or-fewer-words'],
  ['Lopez', 'María López', 'more-or-fewer-words'],
  ['O', 'O Sung', 'more-or-fewer-words'],
  // One given name is many people's, and may be all that was typed.
  ['Zephyrina Vandersloot', 'Zephyrina', 'one-word-of-it'],
  ['Maria Elena Lopez', 'María', 'one-word-of-it'],
  ['Maria Garcia Lopez', 'Garcialopez', 'one-word-of-it'],
])('%s is held as %s: %s', (asked, held, match) => {
  expect(matchNames(asked, held)).toBe(match);
});

it.each([
  // What only sounds alike, or begins alike, is another name.
  ['Lopes', 'López'],
  ['Jon', 'John'],
  ['Lope', 'López'],
  // Each has a word that the other lacks.
  ['Maria Lopez', 'María García'],
  ['M. Lopez', 'María López'],
  ['Mueller', 'Müller'],
  ['Bill Quadling', 'William Quadling'],
  // Vowel signs are letters of their own.
  ['कमल', 'कमला'],
  ['Ahmad', 'أحمد'],
  ['M*', 'Maria'],
  ['', 'Maria'],
  ['Maria', ''],
  ['Maria', '-'],
])('%s is not %s', (asked, held) => {
  expect(matchNames(asked, held)).toBeNull();
});
