import { i18n } from '@lingui/core';
import { formattingLocale } from '../../../shared/residents/formatting-locale.ts';
import type { ResidentLanguage } from '../../../shared/residents/language.ts';
import { catalogs } from './catalogs.ts';

/**
 * From now on the whole page speaks this language, with its plural forms, and numbers in Latin digits. What only staff read
 * on a resident's screen (their sign-in, the banner of a build that is not for residents) stays English.
 */
export function speak(language: ResidentLanguage): void {
  i18n.loadAndActivate({
    locale: language,
    locales: formattingLocale(language),
    messages: { ...catalogs.en, ...catalogs[language] },
  });
}
