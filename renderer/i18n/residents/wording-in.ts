import { i18n } from '@lingui/core';
import { formattingLocale } from '../../../shared/residents/formatting-locale.ts';
import type { ResidentLanguage } from '../../../shared/residents/language.ts';
import { catalogs } from './catalogs.ts';

/**
 * Lets functions of renderer/wording say something in a language of residents: they speak the language of Lingui's global
 * `i18n`, which is English before and after. Nothing is rendered anew by it: the screen's providers have objects of
 * their own (renderer/i18n/staff.ts, i18n-of-language.ts), and no component listens to the global one.
 */
export function wordingIn<Said>(language: ResidentLanguage, say: () => Said): Said {
  const { locale, locales } = i18n;
  // English is there already, with the words of staff.
  if (language !== 'en') i18n.load(language, catalogs[language]);
  i18n.activate(language, formattingLocale(language));
  try {
    return say();
  } finally {
    i18n.activate(locale, locales);
  }
}
