import { readFileSync } from 'node:fs';
import { setupI18n } from '@lingui/core';
import { describe, expect, it } from 'vitest';
import { findInstalledFont } from '../../electron/lib/drawing/font-catalogue.ts';
import { createFonts } from '../../electron/lib/drawing/fonts.ts';
import { confirmedCatalogs } from '../../shared/residents/confirmed-catalogs.ts';
import { formattingLocale } from '../../shared/residents/formatting-locale.ts';
import { residentLanguages } from '../../shared/residents/language.ts';
import { repository } from '../vite/repository.ts';
import { latinWords, leftInEnglish } from './cognates.test-support.ts';
import { glossary, type TranslatedLanguage } from './glossary.test-support.ts';
import { placeholdersIn } from './placeholders.test-support.ts';
import { pluralForms } from './plural-forms.ts';
import { policyTexts, withoutCityNames } from './policy-texts.test-support.ts';
import { readResidentCatalog, readResidentTexts, versionOf } from './resident-catalogs.ts';
import type { ResidentText } from './resident-text.ts';

const translated = residentLanguages.filter((language) => language !== 'en');
const catalogs = new Map<TranslatedLanguage, readonly ResidentText[]>();
for (const language of translated) catalogs.set(language, await readResidentCatalog(language));
const english = await readResidentCatalog('en');
/** Screens, slips, and the notice of a suspension. */
const everything = new Map<TranslatedLanguage, readonly ResidentText[]>();
for (const language of translated) everything.set(language, await readResidentTexts(language));

function textsIn(
  language: TranslatedLanguage,
  from: ReadonlyMap<TranslatedLanguage, readonly ResidentText[]>,
): readonly ResidentText[] {
  const texts = from.get(language) ?? [];
  if (texts.length === 0) throw new Error(`no texts in ${language}`);
  return texts;
}

/** Integers that reach every category that whole numbers reach in any of the languages. */
const COUNTS = [0, 1, 2, 3, 5, 11, 21, 22, 25, 100, 1_000_000];

describe.each(translated)('what residents read in %s', (language) => {
  const locale = formattingLocale(language);
  const texts = textsIn(language, catalogs);
  const all = textsIn(language, everything);
  /** With those of the shipped city. */
  const read = [...all, ...policyTexts(language)];

  it('is every text that they read in English, none of them empty and none still in English', () => {
    expect(texts.map(({ id }) => id).toSorted()).toEqual(english.map(({ id }) => id).toSorted());
    expect(read.filter(({ translation }) => translation.trim() === '')).toEqual([]);
    const left = read.flatMap((text) => leftInEnglish(language, text).map((word) => ({ word, ...text })));
    expect(left).toEqual([]);
    const hasOwnScript = ['zh-Hans', 'ar', 'uk', 'hi'].includes(language);
    expect(read.flatMap(({ translation }) => latinWords(translation)).length > 0).toBe(!hasOwnScript);
  });

  it('has the placeholders of the English, in each form of a plural', () => {
    for (const text of texts) {
      const forms = pluralForms(text.translation);
      const asked = placeholdersIn(pluralForms(text.english)?.get('other') ?? text.english);
      expect(forms === null, text.english).toBe(pluralForms(text.english) === null);
      for (const form of forms?.values() ?? [text.translation])
        expect(placeholdersIn(form), text.english).toEqual(asked);
    }
  });

  it('has every plural category of the language, and another form for each that a whole number reaches', () => {
    const rules = new Intl.PluralRules(locale);
    const plurals = texts.flatMap((text) => pluralForms(text.translation) ?? []);
    expect(plurals.length).toBeGreaterThan(0);
    for (const forms of plurals) {
      expect([...forms.keys()].toSorted()).toEqual(rules.resolvedOptions().pluralCategories.toSorted());
      const reached = new Set(COUNTS.map((count) => rules.select(count)));
      const said = [...reached].map((category) => forms.get(category));
      expect(new Set(said).size, said.join('\n')).toBe(reached.size);
    }
  });

  it('has Latin digits, also in numbers that are filled in', () => {
    const messages = Object.fromEntries(texts.map(({ id, translation }) => [id, translation]));
    const i18n = setupI18n({ locale: language, locales: locale, messages: { [language]: messages } });
    const values = { files: 21, over: 3, tooShort: 2, alsoOwn: 11, all: 30, limit: 40, number: 2 };
    for (const { id } of texts) {
      const said = i18n._(id, values);
      expect(said.replace(/[0-9]/g, '')).not.toMatch(/\p{Nd}/u);
    }
    for (const { translation } of read) expect(translation.replace(/[0-9]/g, '')).not.toMatch(/\p{Nd}/u);
  });

  it('uses the words of the glossary', () => {
    const missing = glossary.flatMap(({ term, english: where, words }) => {
      const [word, forms] = words[language];
      return read
        .filter((text) => where.test(withoutCityNames(text.english)) && !forms.test(text.translation))
        .map((text) => `${term} is ${word}: ${text.translation} (${text.english})`);
    });
    expect(missing).toEqual([]);
  });

  it('has no letter that the bundled fonts do not draw', () => {
    const fonts = createFonts(findInstalledFont);
    for (const { translation } of read) {
      // Isolates are for the page alone, where they take up no room.
      expect(fonts.findUncovered(translation.replace(/[\u2066-\u2069]/g, '')), translation).toBeNull();
    }
  });

  it('is confirmed only as somebody read it', () => {
    const confirmed = confirmedCatalogs.filter((each) => each.language === language);
    expect(confirmed.map(({ version }) => version)).toEqual(confirmed.map(() => versionOf(all)));
  });
});

describe('the glossary', () => {
  it('is the table of docs/translations.md, forty terms', () => {
    const page = readFileSync(new URL('docs/translations.md', repository), 'utf8').replace(/ +/g, ' ');
    expect(glossary).toHaveLength(40);
    for (const { term, words } of glossary) {
      const cells = [term, ...translated.map((language) => words[language][0])];
      expect(page).toContain(`| ${cells.join(' | ')} |`);
    }
  });

  it('finds its words: a text without them is told', () => {
    const [erase] = glossary;
    expect(erase?.english.test('The kiosk erases it.')).toBe(true);
    expect(erase?.words.pl[1].test('Kiosk to zachowuje.')).toBe(false);
  });
});

it('a version is of the slips as well: another word on one is another version', async () => {
  const texts = await readResidentTexts('pl');
  const [slip] = texts.filter(({ id }) => id === 'slip.denial.until');
  expect(slip).toMatchObject({
    english: 'You can appeal until 12.',
    translation: expect.stringMatching(/\b12\b/),
  });
  const anew = texts.map((text) => (text === slip ? { ...text, translation: 'Do 12.' } : text));
  expect(versionOf(anew)).not.toBe(versionOf(texts));
  expect(versionOf([...texts].reverse())).toBe(versionOf(texts));
});

describe('English that is left in a translation', () => {
  it.each([
    ['es', 'Continue', 'Continue', ['continue']],
    ['pl', 'Text size', 'Rozmiar text', ['text']],
    ['fr', 'Correction', 'Correction', []],
  ] as const)('is found in %s: %s', (language, english, translation, found) => {
    expect(leftInEnglish(language, { english, translation })).toEqual(found);
  });

  it('is found by its letters where a language has others, but for keys, units and the city’s names', () => {
    expect(latinWords('按 Tab 键 Continue，Harbor City')).toEqual(['Continue']);
  });
});
