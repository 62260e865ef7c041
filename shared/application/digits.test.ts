import { describe, expect, it } from 'vitest';
import { toAsciiDigits } from './digits.ts';

describe('toAsciiDigits', () => {
  it.each([
    ['0123456789', '0123456789'],
    ['٠١٢٣٤٥٦٧٨٩', '0123456789'],
    ['۰۱۲۳۴۵۶۷۸۹', '0123456789'],
    ['०१२३४५६७८९', '0123456789'],
    ['০১২৩৪৫৬৭৮৯', '0123456789'],
    ['０１２３４５６７８９', '0123456789'],
    ['𝟎𝟗𝟘𝟡𝟶𝟿', '090909'],
    ['a²½Ⅳ三 ٣', 'a²½Ⅳ三 3'],
  ])('turns %s into %s', (typed, digits) => {
    expect(toAsciiDigits(typed)).toBe(digits);
  });

  it('knows every decimal digit of Unicode: ten of each value', () => {
    const counts = new Map<string, number>();
    for (let codePoint = 0; codePoint <= 0x10ffff; codePoint += 1) {
      const character = String.fromCodePoint(codePoint);
      if (/^\p{Nd}$/u.test(character)) {
        const digit = toAsciiDigits(character);
        counts.set(digit, (counts.get(digit) ?? 0) + 1);
      }
    }
    expect([...counts.keys()].sort()).toEqual([...'0123456789']);
    expect(new Set(counts.values()).size).toBe(1);
  });
});
