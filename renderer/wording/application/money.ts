import { i18n } from '@lingui/core';

/** An amount in the smallest unit of its currency, as the screen's language writes money: "$10.00". */
export function moneyInWords(cents: number, currency: string): string {
  const format = new Intl.NumberFormat(i18n.locale, { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(cents / 10 ** digits);
}
