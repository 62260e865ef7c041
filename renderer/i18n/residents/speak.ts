import { i18n } from '@lingui/core';
import { formattingLocale } from '../../../shared/residents/formatting-locale.ts';
import type { ResidentLanguage } from '../../../shared/residents/language.ts';
import { catalogs } from './catalogs.ts';

/** From now on the whole page speaks this language, with its plural forms, and numbers in Latin digits. */
export function speak(language: ResidentLanguage): void {
  i18n.loadAndActivate({
    locale: language,
    locales: formattingLocale(language),
    messages: catalogs[language],
  });
}
