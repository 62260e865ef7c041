import { i18n } from '@lingui/core';
import type { ResidentLanguage } from '../../../shared/residents/language.ts';
import { residentLanguageOf } from '../../../shared/residents/language-of-tag.ts';
import { speak } from './speak.ts';

/**
 * Lets functions of renderer/wording say something in another language than the page, for a paper. In an answer to an act,
 * never while a component renders: the page is told that its language changes, and finds it unchanged when it looks.
 */
export function wordingIn<Said>(language: ResidentLanguage, say: () => Said): Said {
  const before = residentLanguageOf(i18n.locale) ?? 'en';
  speak(language);
  try {
    return say();
  } finally {
    speak(before);
  }
}
