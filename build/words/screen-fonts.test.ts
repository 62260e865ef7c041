import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { residentLanguages } from '../../shared/residents/language.ts';
import { repository } from '../vite/repository.ts';
import { policyTexts } from './policy-texts.test-support.ts';
import { readResidentTexts } from './resident-catalogs.ts';

/** What the rules of a style sheet say that their files have, of the families whose files have every weight. */
function rangesIn(path: string): readonly (readonly [first: number, last: number])[] {
  const css = readFileSync(new URL(path, repository), 'utf8');
  const rules = (css.match(/@font-face \{[^}]*\}/g) ?? []).filter((rule) => rule.includes('100 900'));
  return rules.flatMap((rule) =>
    [...rule.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/gi)].map(
      ([, first = '', last = first]) => [Number.parseInt(first, 16), Number.parseInt(last, 16)] as const,
    ),
  );
}

const ranges = [
  'node_modules/@fontsource-variable/noto-sans/wght.css',
  'node_modules/@fontsource-variable/noto-sans-sc/wght.css',
  'renderer/styles/fonts.css',
].flatMap(rangesIn);

const isThere = (character: string): boolean => {
  const code = character.codePointAt(0) ?? 0;
  return ranges.some(([first, last]) => first <= code && code <= last);
};

describe('the fonts of the screen', () => {
  it.each(residentLanguages)('have every letter that is read in %s in every weight', async (language) => {
    const texts = [...(await readResidentTexts(language)), ...policyTexts(language)];
    const said = texts.map(({ translation }) => translation).join('');
    const missing = Array.from(new Set(said)).filter((character) => !isThere(character));
    expect(missing).toEqual([]);
  });

  it('are told from what they have not', () => {
    expect(['ก', 'あ', 'א'].map(isThere)).toEqual([false, true, false]);
  });
});
