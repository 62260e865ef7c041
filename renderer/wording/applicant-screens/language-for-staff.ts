import { i18n } from '@lingui/core';
import { languageFacts, type ResidentLanguage } from '../../../shared/residents/language.ts';

/** A language as staff call it: “Polish”. */
export function languageForStaff(language: ResidentLanguage): string {
  return new Intl.DisplayNames([i18n.locale], { type: 'language' }).of(language) ?? language;
}

/** A language as staff call it and as its readers do: “Polish (Polski)”. */
export function languageInFull(language: ResidentLanguage): string {
  const name = languageForStaff(language);
  const { ownName } = languageFacts[language];
  return name === ownName ? name : `${name} (${ownName})`;
}
