import { i18n } from '@lingui/core';
import { formattingLocale } from '../../../shared/residents/formatting-locale.ts';

/** "30 seconds", as the language of the screen has it. */
export function secondsInWords(seconds: number): string {
  const unit = { style: 'unit', unit: 'second', unitDisplay: 'long' } as const;
  return new Intl.NumberFormat(formattingLocale(i18n.locale), unit).format(seconds);
}
