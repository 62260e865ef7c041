import type { SlipWords } from './slip-words.ts';
import { en } from './words/en.ts';
import { es } from './words/es.ts';

/** Every language that slips have words in, by its tag. */
const wordsOfLanguages: Readonly<Record<string, SlipWords>> & { readonly en: SlipWords } = { en, es };

/** The words in a language, in the language without its region or script, or in English. */
export function slipWordsIn(language: string): SlipWords {
  return (
    wordsOfLanguages[language] ?? wordsOfLanguages[language.split('-')[0] ?? language] ?? wordsOfLanguages.en
  );
}

/** Whether slips have words of their own in this language. */
export function hasSlipWords(language: string): boolean {
  return language === 'en' || slipWordsIn(language) !== wordsOfLanguages.en;
}
