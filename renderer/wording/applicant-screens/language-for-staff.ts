import { i18n } from '@lingui/core';
import type { ResidentLanguage } from '../../../shared/residents/language.ts';

/** A language as staff call it: “Polish”. */
export function languageForStaff(language: ResidentLanguage): string {
  return new Intl.DisplayNames([i18n.locale], { type: 'language' }).of(language) ?? language;
}
