import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDigits, checkPhone } from './number-answer.ts';

describe('checkPhone', () => {
  it.each([
    ['+1 (312) 555-0142', '+1 (312) 555-0142'],
    ['(+49) 30.901820', '(+49) 30.901820'],
    ['  555–0142 ', '555-0142'],
    ['٥٥٥ ٠١٤٢', '555 0142'],
    ['12345', '12345'],
    ['1'.repeat(20), '1'.repeat(20)],
    ['', null],
    ['   ', null],
  ])('takes %j as %j', (typed, value) => {
    expect(checkPhone(typed)).toEqual({ ok: true, value });
  });

  it.each([
    ['call me', 'c'],
    ['555-0142 x12', 'x'],
    ['555+0142', '+'],
    ['++1 555 0142', '+'],
    ['+', null],
    ['555\u0000142', '\u0000'],
    ['555\u202E0142', '\u202E'],
    ['5550142😀', '😀'],
    ['<script>', '<'],
  ])('refuses %j', (typed, character) => {
    const result = checkPhone(typed);
    expect(result.ok).toBe(false);
    expect(result).toMatchObject(
      character === null
        ? { error: { kind: 'wrong-digit-count', digits: 0 } }
        : { error: { kind: 'forbidden-character', character, reason: 'not-in-a-number' } },
    );
  });

  it('tells how many digits there are', () => {
    const range = { kind: 'wrong-digit-count', minimum: 5, maximum: 20 };
    expect(checkPhone('12-34')).toEqual({ ok: false, error: { ...range, digits: 4 } });
    expect(checkPhone('1'.repeat(500))).toEqual({ ok: false, error: { ...range, digits: 500 } });
  });

  it('refuses what is longer than a line of the card', () => {
    expect(checkPhone(`${'('.repeat(40)}555014`)).toEqual({
      ok: false,
      error: { kind: 'too-long', limit: 32, length: 46 },
    });
  });
});

const LENGTH = { minimum: 6, maximum: 14 };

describe('checkDigits', () => {
  it.each([
    ['123456', '123456'],
    ['2 1234 5678 9012 3', '21234567890123'],
    ['１２３４５６', '123456'],
    ['', null],
  ])('takes %j as %j', (typed, value) => {
    expect(checkDigits(typed, LENGTH)).toEqual({ ok: true, value });
  });

  it.each(['12345', '1'.repeat(15), '123-456', 'D123456', '123456\u0000', '1'.repeat(500)])(
    'refuses %j',
    (typed) => {
      expect(checkDigits(typed, LENGTH).ok).toBe(false);
    },
  );

  it('yields digits only, and the same when checked again', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789 ٣३-a') }), (typed) => {
        const result = checkDigits(typed, LENGTH);
        if (result.ok && result.value !== null) {
          expect(result.value).toMatch(/^[0-9]{6,14}$/);
          expect(checkDigits(result.value, LENGTH)).toEqual(result);
        }
      }),
    );
  });
});
