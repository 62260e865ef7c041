import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { ok } from '../../result.ts';
import { readCardNaming } from './card-naming.ts';
import { createCardNumber, parseCardNumber } from './card-number.ts';
import { createPracticeNumber, formatPracticeNumber, isPracticeNumber } from './practice-number.ts';
import { lastFour, parsePrintedNumber } from './printed-number.ts';

const numbers = Array.from({ length: 200 }, () => createPracticeNumber((count) => randomBytes(count)));

test('a number of practice says so, and no reader of card numbers takes it', () => {
  for (const number of numbers) {
    expect(number).toMatch(/^VOID/);
    expect(parseCardNumber(number).ok).toBe(false);
    expect(parsePrintedNumber(number)).toEqual(ok(number));
    expect(formatPracticeNumber(number)).toBe(`VOID ${lastFour(number)}`);
  }
});

test('no card number is one of practice', () => {
  for (let round = 0; round < 200; round += 1) {
    const number = createCardNumber((count) => randomBytes(count));
    expect(isPracticeNumber(number)).toBe(false);
    expect(parsePrintedNumber(number)).toEqual(ok(number));
  }
});

test('its last four characters name it; as a whole number nobody takes it', () => {
  for (const number of numbers) {
    expect(readCardNaming(lastFour(number))).toEqual({ kind: 'last-four', characters: lastFour(number) });
    expect(readCardNaming(formatPracticeNumber(number))).toEqual({ kind: 'partial' });
  }
});
