import { formattingLocale } from './residents/formatting-locale.ts';

/** How many digits a currency has behind the point: 2 for "USD", 0 for "JPY". */
export function digitsOf(currency: string): number {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}

/** An amount in the smallest unit of its currency, as a language writes money: "$10.00". "en" is American English. */
export function moneyInWords(cents: number, currency: string, locale: string): string {
  const format = new Intl.NumberFormat(formattingLocale(locale), { style: 'currency', currency });
  return format.format(cents / 10 ** digitsOf(currency));
}
