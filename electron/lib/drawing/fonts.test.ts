import { expect, test } from 'vitest';
import { type FontFamily, type FontResolver, findInstalledFont } from './font-catalogue.ts';
import { createFonts } from './fonts.ts';

function recordFamilies(): { resolve: FontResolver; asked: Set<string> } {
  const asked = new Set<string>();
  const resolve = (family: FontFamily, weight: 400 | 700): string => {
    asked.add(family.fileStem);
    return findInstalledFont(family, weight);
  };
  return { resolve, asked };
}

test('a Latin name opens the Latin font only; the large Chinese one waits for a Chinese character', () => {
  const { resolve, asked } = recordFamilies();
  const fonts = createFonts(resolve);
  expect(fonts.findUncovered('Anna Berg')).toBeNull();
  expect(fonts.familiesFor('Anna Berg')).toBe('"Counterfoil Latin"');
  expect([...asked]).toEqual(['NotoSans']);
  expect(fonts.familiesFor('欧阳')).toBe('"Counterfoil Latin", "Counterfoil Han"');
  expect(asked).toContain('NotoSansSC');
});

test('a mixed name names every family it needs, and none of the machine', () => {
  const fonts = createFonts(findInstalledFont);
  expect(fonts.familiesFor('محمد Mohammed 王 ꣲ')).toBe(
    '"Counterfoil Latin", "Counterfoil Arabic", "Counterfoil Devanagari", "Counterfoil Han"',
  );
});

test('characters that only fonts of the machine have are refused by name', () => {
  const fonts = createFonts(findInstalledFont);
  // Georgian, Hebrew and Armenian are in DejaVu, which most Linux machines have, and in no bundled font.
  expect(fonts.findUncovered('Ana ანა')).toEqual({ character: 'ა', codePoint: 0x10d0 });
  expect(fonts.findUncovered('דוד')).toEqual({ character: 'ד', codePoint: 0x05d3 });
  expect(fonts.findUncovered('Ana 😀')).toEqual({ character: '😀', codePoint: 0x1f600 });
});

test('a base and a mark that no single font has are refused, because the mark would float beside the letter', () => {
  const fonts = createFonts(findInstalledFont);
  expect(fonts.findUncovered('e\u0301')).toBeNull();
  expect(fonts.findUncovered('王\u0943')).not.toBeNull();
});

test('joiners need no font of their own', () => {
  const fonts = createFonts(findInstalledFont);
  expect(fonts.findUncovered('می\u200Cخواهم')).toBeNull();
  expect(fonts.findUncovered('क्\u200Dष')).toBeNull();
});
