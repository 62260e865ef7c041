import type { ResidentLanguage } from '../residents/language.ts';

/** Languages as words of the ledger, which have no capitals. Words may be added, and none is ever taken away. */
export const languageWords = ['en', 'es', 'pl', 'zh-hans', 'ar', 'uk', 'fr', 'hi'] as const;
export type LanguageWord = (typeof languageWords)[number];

/** The word that the ledger has for a language. */
export function languageWordOf(language: ResidentLanguage): LanguageWord {
  return language === 'zh-Hans' ? 'zh-hans' : language;
}

/** The language that a word of the ledger means. */
export function languageOfWord(word: LanguageWord): ResidentLanguage {
  return word === 'zh-hans' ? 'zh-Hans' : word;
}
