import { i18n } from '@lingui/core';

/** Several things in one sentence, as the language of the screen lists them: “Ana Ruiz, Ben Cole, and Dana Lee”. */
export function listInWords(all: Iterable<string>): string {
  return new Intl.ListFormat(i18n.locale, { type: 'conjunction', style: 'long' }).format(all);
}
