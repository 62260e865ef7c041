import { type I18n, setupI18n } from '@lingui/core';
import { formattingLocale } from '../../../shared/residents/formatting-locale.ts';
import { type ResidentLanguage, residentLanguages } from '../../../shared/residents/language.ts';
import { catalogs } from './catalogs.ts';

const made = new Map<ResidentLanguage, I18n>();

/** What speaks a language of residents, for `I18nProvider`: at once, and the same object each time. */
export function i18nOfLanguage(language: ResidentLanguage): I18n {
  const known = made.get(language);
  if (known !== undefined) return known;
  const i18n = setupI18n({
    locale: language,
    // Plural forms and numbers: the latter in Latin digits in every language.
    locales: formattingLocale(language),
    messages: { [language]: catalogs[language] },
  });
  made.set(language, i18n);
  return i18n;
}

/** The locale of a language for react-aria's own words, its direction and its numbers. */
export function ariaLocaleOf(language: ResidentLanguage): string {
  return formattingLocale(language);
}

/** Made when the page loads, so that the first switch to a language is as fast as any other. */
for (const language of residentLanguages) i18nOfLanguage(language);
