import { describe, expect, it } from 'vitest';
import { hasOwnScript, keyboardLayouts } from '../../../shared/residents/keyboard-layouts/layouts.ts';
import { residentLanguages } from '../../../shared/residents/language.ts';
import { err, ok } from '../../../shared/result.ts';
import { printsOwnScript } from './prints-own-script.ts';

const LATIN = [0x20, 0x24f] as const;
const CYRILLIC = [0x400, 0x4ff] as const;
const ARABIC = [0x600, 0x6ff] as const;
const DEVANAGARI = [0x900, 0x97f] as const;

/** Languages in whose script somebody can type where a card prints these runs. */
function typedOn(...runs: readonly (readonly [number, number])[]): readonly string[] {
  return residentLanguages.filter((language) => printsOwnScript(language, ok({ runs })));
}

describe('letters of a language’s own script', () => {
  it('are offered where the card prints them, and only there', () => {
    expect(typedOn(LATIN, CYRILLIC, ARABIC, DEVANAGARI)).toEqual(['ar', 'uk', 'hi']);
    expect(typedOn(LATIN, CYRILLIC)).toEqual(['uk']);
    expect(typedOn(LATIN)).toEqual([]);
  });

  it('are not offered where nobody says what the card prints', () => {
    expect(residentLanguages.filter((each) => printsOwnScript(each, err({ kind: 'malformed' })))).toEqual([]);
  });

  it('are told by one that the keyboard types', () => {
    for (const language of residentLanguages.filter(hasOwnScript)) {
      const keys = keyboardLayouts[language].own?.rows.flat() ?? [];
      const typed = keys.flatMap(({ plain, shifted }) => [plain, shifted ?? '']).join('');
      const letters = [...typed].map((letter) => letter.codePointAt(0) ?? 0);
      const told = letters.filter((letter) => printsOwnScript(language, ok({ runs: [[letter, letter]] })));
      expect(new Set(told).size, language).toBe(1);
    }
  });
});
