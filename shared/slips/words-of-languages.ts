import type { ResidentLanguage } from '../residents/language.ts';
import { residentLanguageOf } from '../residents/language-of-tag.ts';
import type { SlipWords } from './slip-words.ts';
import { ar } from './words/ar.ts';
import { en } from './words/en.ts';
import { es } from './words/es.ts';
import { fr } from './words/fr.ts';
import { hi } from './words/hi.ts';
import { pl } from './words/pl.ts';
import { uk } from './words/uk.ts';
import { zhHans } from './words/zh-hans.ts';

const wordsOfLanguages: Readonly<Record<ResidentLanguage, SlipWords>> = {
  en,
  es,
  pl,
  'zh-Hans': zhHans,
  ar,
  uk,
  fr,
  hi,
};

/** The words in a language of residents; in English for any other that a policy has reasons in. */
export function slipWordsIn(language: string): SlipWords {
  return wordsOfLanguages[residentLanguageOf(language) ?? 'en'];
}
