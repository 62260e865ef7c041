import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  CARD_NUMBER_ALPHABET,
  type CardNumber,
  createCardNumber,
  formatCardNumber,
  parseCardNumber,
} from './card-number.ts';
import { checkCharacterOf } from './check-character.ts';
import { lastFour } from './printed-number.ts';

const cardNumbers = fc
  .infiniteStream(fc.integer({ min: 0, max: 255 }))
  .map((bytes) => createCardNumber((count) => Uint8Array.from({ length: count }, () => bytes.next().value)));
const characters = fc.constantFrom(...CARD_NUMBER_ALPHABET);

function replaceAt(text: string, index: number, character: string): string {
  return text.slice(0, index) + character + text.slice(index + 1);
}

test('a new number is ten characters of the alphabet, the last of them the ISO 7064 check character', () => {
  fc.assert(
    fc.property(cardNumbers, (number) => {
      expect(number).toMatch(new RegExp(`^[${CARD_NUMBER_ALPHABET}]{10}$`, 'u'));
      expect(checkCharacterOf(number.slice(0, 9))).toBe(number.slice(9));
    }),
  );
});

test('the alphabet keeps at most one of each pair that looks or sounds alike', () => {
  for (const alike of ['0OQ', '1IL', '2Z', '5S', '8B', 'UV']) {
    expect([...alike].filter((character) => CARD_NUMBER_ALPHABET.includes(character)).length).toBeLessThan(2);
  }
  expect(CARD_NUMBER_ALPHABET).not.toMatch(/[AEIOU]/u);
  expect(new Set(CARD_NUMBER_ALPHABET).size).toBe(CARD_NUMBER_ALPHABET.length);
});

test('people may write it with spaces, dashes and in lower case', () => {
  fc.assert(
    fc.property(cardNumbers, fc.constantFrom(' ', '-', '–', '\u00A0', '\r\n'), (number, separator) => {
      const written = [...number.toLowerCase()].join(separator);
      expect(parseCardNumber(` ${written}\n`)).toEqual({ ok: true, value: number });
      expect(parseCardNumber(formatCardNumber(number))).toEqual({ ok: true, value: number });
    }),
  );
});

test('one wrong character is always caught', () => {
  fc.assert(
    fc.property(cardNumbers, fc.nat(9), characters, (number, index, character) => {
      fc.pre(number[index] !== character);
      expect(parseCardNumber(replaceAt(number, index, character))).toEqual({
        ok: false,
        error: { kind: 'check-failed' },
      });
    }),
  );
});

test('two exchanged characters are always caught, however far apart', () => {
  fc.assert(
    fc.property(cardNumbers, fc.nat(9), fc.nat(9), (number, one, other) => {
      const first = number.charAt(one);
      const second = number.charAt(other);
      fc.pre(first !== second);
      const exchanged = replaceAt(replaceAt(number, one, second), other, first);
      expect(parseCardNumber(exchanged).ok).toBe(false);
    }),
  );
});

test('what is wrong is said precisely', () => {
  expect(parseCardNumber('K7Q2 9MXT')).toEqual({ ok: false, error: { kind: 'wrong-length', length: 8 } });
  expect(parseCardNumber('')).toEqual({ ok: false, error: { kind: 'wrong-length', length: 0 } });
  expect(parseCardNumber('K7Q2 9MXT 4O')).toEqual({
    ok: false,
    error: { kind: 'unknown-character', character: 'O' },
  });
});

test('every character is equally likely: 250 bytes share 25 characters evenly, the other six are passed over', () => {
  const stream = (bytes: readonly number[]) => {
    let next = 0;
    return (count: number) => Uint8Array.from({ length: count }, () => bytes[next++ % bytes.length] ?? 0);
  };
  const fair = fc.integer({ min: 0, max: 249 });
  const unfair = fc.array(fc.integer({ min: 250, max: 255 }), { maxLength: 3 });
  fc.assert(
    fc.property(fc.array(fc.tuple(fair, unfair), { minLength: 900, maxLength: 900 }), (pairs) => {
      const without = createCardNumber(stream(pairs.map(([byte]) => byte)));
      expect(createCardNumber(stream(pairs.flatMap(([byte, extra]) => [...extra, byte])))).toBe(without);
    }),
    { numRuns: 20 },
  );
  expect(256 - 250).toBe(256 % CARD_NUMBER_ALPHABET.length);
});

test('a random source that has died is a bug that throws, not a card number', () => {
  expect(() => createCardNumber((count) => new Uint8Array(count).fill(255))).toThrow('random source');
  expect(() => createCardNumber(() => new Uint8Array(0))).toThrow('random source');
});

test('groups and the last four', () => {
  const parsed = parseCardNumber('k7q29mxt6k');
  const number: CardNumber = parsed.ok ? parsed.value : createCardNumber((count) => randomBytes(count));
  expect(formatCardNumber(number)).toBe('K7Q 29M XT6K');
  expect(lastFour(number)).toBe('XT6K');
});
