import { i18n } from '@lingui/core';
import { moneyInWords as inLanguage } from '../../../shared/money-in-words.ts';

/** An amount in the smallest unit of its currency, as the screen's language writes money: "$10.00". */
export function moneyInWords(cents: number, currency: string): string {
  return inLanguage(cents, currency, i18n.locale);
}
