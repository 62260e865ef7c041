import { expect, test } from 'vitest';
import { readCharacterMap } from './character-map.ts';
import { FONT_FAMILIES, findInstalledFont } from './font-catalogue.ts';
import { readFontTable } from './font-file.ts';

function words(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  for (const [index, value] of values.entries()) bytes.writeUInt16BE(value & 0xffff, index * 2);
  return bytes;
}

function tableOf(platform: number, encoding: number, subtable: Buffer): Buffer {
  return Buffer.concat([words(0, 1, platform, encoding, 0, 12), subtable]);
}

/** Three runs: 65–67 by difference, 97–99 by glyph list with a hole at 98, and the closing 0xFFFF. */
const FORMAT_4 = words(
  ...[4, 46, 0, 6, 0, 0, 0],
  ...[67, 99, 0xffff],
  0,
  ...[65, 97, 0xffff],
  ...[-64, 0, 1],
  ...[0, 4, 0],
  ...[7, 0, 9],
);

/** Two runs: 0x41–0x42 from glyph 0 (so 0x41 has none), and 0x20000–0x20001. */
const FORMAT_12 = words(...[12, 0, 0, 40, 0, 0, 0, 2], ...[0, 0x41, 0, 0x42, 0, 0], ...[2, 0, 2, 1, 0, 5]);

test('format 4: runs by difference and by glyph list, with their holes', () => {
  const isCovered = readCharacterMap(tableOf(3, 1, FORMAT_4));
  expect([64, 65, 67, 68, 97, 98, 99, 100].filter(isCovered)).toEqual([65, 67, 97, 99]);
  // The closing run maps 0xFFFF to glyph 0, which is no glyph.
  expect(isCovered(0xffff)).toBe(false);
});

test('format 12: characters beyond 16 bits', () => {
  const isCovered = readCharacterMap(tableOf(3, 10, FORMAT_12));
  expect([0x41, 0x42, 0x43, 0x1ffff, 0x20000, 0x20001, 0x20002].filter(isCovered)).toEqual([
    0x42, 0x20000, 0x20001,
  ]);
});

test('subtables that are not Unicode, and formats it does not read, cover nothing', () => {
  expect(readCharacterMap(tableOf(1, 0, FORMAT_4))(65)).toBe(false);
  expect(readCharacterMap(tableOf(0, 5, FORMAT_4))(65)).toBe(false);
  expect(readCharacterMap(tableOf(3, 1, words(6, 10, 0, 65, 1, 3)))(65)).toBe(false);
});

test.each([
  ['NotoSans', 'ñŁЖΩक', 'م王'],
  ['NotoSansArabic', 'مپ', '王'],
  ['NotoSansDevanagari', 'कक्षꣲ', 'م'],
  ['NotoSansSC', '王\u{20087}', 'م'],
])('%s covers %s and not %s', (stem, inside, outside) => {
  const family = FONT_FAMILIES.find(({ fileStem }) => fileStem === stem);
  if (family === undefined) throw new Error('no such family');
  const isCovered = readCharacterMap(readFontTable(findInstalledFont(family, 700), 'cmap'));
  for (const character of inside) expect(isCovered(character.codePointAt(0) ?? 0), character).toBe(true);
  for (const character of outside) expect(isCovered(character.codePointAt(0) ?? 0), character).toBe(false);
});

test('a font without the table is a broken installation', () => {
  const [family] = FONT_FAMILIES;
  if (family === undefined) throw new Error('no family');
  expect(() => readFontTable(findInstalledFont(family, 400), 'none')).toThrow('has no table');
});
