/** Where a language alone says too little: Spanish as it is written in the United States. */
const REGIONS: Readonly<Record<string, string>> = { es: 'es-US' };

/**
 * The locale by which dates, numbers and money are written in a language: with Latin digits everywhere, so that whoever
 * reads them and whoever helps can compare them with a card, a document or a screen in another language.
 */
export function formattingLocale(language: string): string {
  return new Intl.Locale(REGIONS[language] ?? language, {
    numberingSystem: 'latn',
    calendar: 'gregory',
  }).toString();
}
