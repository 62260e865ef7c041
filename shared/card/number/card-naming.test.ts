import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isBeginningOf, readCardNaming } from './card-naming.ts';
import { createCardNumber, formatCardNumber } from './card-number.ts';
import { lastFour } from './printed-number.ts';

const [first, second] = [
  createCardNumber((count) => randomBytes(count)),
  createCardNumber((count) => randomBytes(count)),
];

test('a scan is read with prefix and suffix, in any case, grouped or not', () => {
  const whole = { kind: 'whole', characters: first };
  for (const typed of [
    first,
    first.toLowerCase(),
    formatCardNumber(first),
    `]C1${first}`,
    `${first}\t`,
    `*${first}*\r\n`,
    `A${first}A`,
  ])
    expect(readCardNaming(typed), typed).toEqual(whole);
});

test('a second scan replaces the first, and a scan replaces what was typed before it', () => {
  expect(readCardNaming(`${first}${second}`)).toEqual({ kind: 'whole', characters: second });
  expect(readCardNaming(`${lastFour(first)}${second}`)).toEqual({ kind: 'whole', characters: second });
});

test('four characters are the last four, fewer or more are on their way, and ten that do not agree are misread', () => {
  expect(readCardNaming(lastFour(first).toLowerCase())).toEqual({
    kind: 'last-four',
    characters: lastFour(first),
  });
  for (const length of [0, 1, 3, 5, 9])
    expect(readCardNaming(first.slice(0, length))).toEqual({ kind: 'partial' });
  const slip = first.endsWith('X') ? 'Y' : 'X';
  expect(readCardNaming(`${first.slice(0, 9)}${slip}`)).toEqual({ kind: 'misread' });
});

test('one wrong character is never read as a number', () => {
  fc.assert(
    fc.property(fc.nat(9), fc.constantFrom(...'23456789CDFGHJKMNPQRTVWXY'), (at, character) => {
      fc.pre(first[at] !== character);
      const typed = `${first.slice(0, at)}${character}${first.slice(at + 1)}`;
      expect(readCardNaming(typed)).toEqual({ kind: 'misread' });
    }),
  );
});

test('the first characters may become the number, as it is printed or not; others, and the number itself, may not', () => {
  const printed = formatCardNumber(first);
  for (const length of [1, 4, 6, 9]) {
    expect(isBeginningOf(first.slice(0, length).toLowerCase(), printed), `${length}`).toBe(true);
    expect(isBeginningOf(printed.slice(0, length), first), `${length}`).toBe(true);
  }
  const slip = first[3] === 'X' ? 'Y' : 'X';
  expect(isBeginningOf(`${first.slice(0, 3)}${slip}`, printed)).toBe(false);
  expect(isBeginningOf(first, printed)).toBe(false);
});
