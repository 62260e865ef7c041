import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCharacterMap } from '../../electron/lib/drawing/character-map.ts';
import { FONT_FAMILIES, findInstalledFont } from '../../electron/lib/drawing/font-catalogue.ts';
import { readFontTable } from '../../electron/lib/drawing/font-file.ts';
import { createFonts } from '../../electron/lib/drawing/fonts.ts';
import { listCovered } from '../../shared/card/coverage.ts';
import { residentLanguages } from '../../shared/residents/language.ts';
import { repository } from '../vite/repository.ts';
import { policyTexts } from './policy-texts.test-support.ts';
import { readResidentTexts } from './resident-catalogs.ts';

type Ranges = readonly (readonly [first: number, last: number])[];

/** For what its rules say that a family has: the rules of the style sheets of the screen that `isMeant`. */
function rangesOf(isMeant: (rule: string) => boolean): Ranges {
  const rules = [
    'node_modules/@fontsource-variable/noto-sans/wght.css',
    'node_modules/@fontsource-variable/noto-sans-sc/wght.css',
    'renderer/styles/fonts.css',
  ].flatMap((path) => readFileSync(new URL(path, repository), 'utf8').match(/@font-face \{[^}]*\}/g) ?? []);
  return rules
    .filter(isMeant)
    .flatMap((rule) =>
      [...rule.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/gi)].map(
        ([, first = '', last = first]) => [Number.parseInt(first, 16), Number.parseInt(last, 16)] as const,
      ),
    );
}

function codesIn(ranges: Ranges): ReadonlySet<number> {
  const codes = new Set<number>();
  for (const [first, last] of ranges) for (let code = first; code <= last; code += 1) codes.add(code);
  return codes;
}

/** Of the families whose files have every weight. */
const everyWeight = codesIn(rangesOf((rule) => rule.includes('100 900')));

const isThere = (character: string): boolean => everyWeight.has(character.codePointAt(0) ?? 0);

/** The card's own fonts as the screen has them: a file is read for what its range says, and must have it. */
const ofCard = FONT_FAMILIES.map((family) => ({
  codes: codesIn(rangesOf((rule) => rule.includes(`"${family.alias}"`))),
  isInFile: readCharacterMap(readFontTable(findInstalledFont(family, 400), 'cmap')),
}));

/** In the fonts of a field, which has Noto Sans in Chinese only where the page is in Chinese. */
const ofField = codesIn(rangesOf((rule) => /Noto Sans (Arabic )?Variable/.test(rule)));

const isSeen = (code: number): boolean =>
  ofField.has(code) || ofCard.some(({ codes, isInFile }) => codes.has(code) && isInFile(code));

describe('the fonts of the screen', () => {
  it.each(residentLanguages)('have every letter that is read in %s in every weight', async (language) => {
    const texts = [...(await readResidentTexts(language)), ...policyTexts(language)];
    const said = texts.map(({ translation }) => translation).join('');
    const missing = Array.from(new Set(said)).filter((character) => !isThere(character));
    expect(missing).toEqual([]);
  });

  it('show every character that a card is printed with, in no font of the machine', () => {
    const missing: string[] = [];
    for (const [first, last] of listCovered(createFonts(findInstalledFont).isCovered))
      for (let code = first; code <= last; code += 1)
        if (!isSeen(code)) missing.push(`U+${code.toString(16).toUpperCase()}`);
    expect(missing).toEqual([]);
    // Of a script that no font of the card has.
    expect([0x0e01, 0x10a0].map(isSeen)).toEqual([false, false]);
  });

  it('are told from what they have not', () => {
    expect(['ก', 'あ', 'א'].map(isThere)).toEqual([false, true, false]);
  });
});
