import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findUncoveredCharacter } from '../card/coverage.ts';
import { paperLine } from '../contract/paper.ts';
import { label } from '../programme/localized.ts';
import { printable } from './printable.ts';

describe('a text of the policy on paper', () => {
  it.each([
    ['a soft hyphen', 'Resi\u00addency', 'Residency'],
    ['a turn of direction', '\u202enot proven', 'not proven'],
    ['a sign of a font of its own', 'Harbor\ue000 City \u{f0001}', 'Harbor City'],
    ['half a character', 'Harbor\ud800 City', 'Harbor City'],
    ['no character yet', 'Harbor\u0378 City', 'Harbor City'],
    ['the end of a line', 'Harbor\u2028City', 'Harbor City'],
  ])('is printed without %s', (_what, text, printed) => {
    expect(label.safeParse(text).success, 'a policy may have it').toBe(true);
    expect(printable(text)).toBe(printed);
  });

  it('keeps what belongs to the writing of a language', () => {
    for (const text of ['می\u200cخواهم', 'र\u200d्य', 'City Hall\u200f · 24', 'Straße', '中文'])
      expect(printable(text)).toBe(text);
  });

  it('is a line whatever a policy has, or nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(0x10ffff), { maxLength: 40 }), (codePoints) => {
        const printed = printable(String.fromCodePoint(...codePoints));
        expect(printed === '' || paperLine.safeParse(printed).success).toBe(true);
      }),
    );
  });
});

it('no line has a sign that is drawn nowhere, whatever the fonts have', () => {
  const isDrawn = (text: string): boolean => findUncoveredCharacter(text, () => true) === null;
  const ranges = [
    [0, 0xffff],
    [0xe0000, 0xe01ef],
    [0xf0000, 0xf00ff],
  ] as const;
  const wrong: string[] = [];
  for (const [first, last] of ranges)
    for (let codePoint = first; codePoint <= last; codePoint += 1) {
      const printed = printable(`a${String.fromCodePoint(codePoint)}a`);
      if (!isDrawn(printed)) wrong.push(codePoint.toString(16));
    }
  expect(wrong).toEqual([]);
  expect(isDrawn('a\ue000a'), 'it would be found').toBe(false);
});
