/** An amount in the smallest unit of its currency, as a language writes money: "$10.00". "en" is American English. */
export function moneyInWords(cents: number, currency: string, locale: string): string {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(cents / 10 ** digits);
}
