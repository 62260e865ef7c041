/**
 * A moment as the screens and the papers for staff say it: "November 24, 2026 at 2:03:07 PM", to the second. Takes epoch
 * milliseconds, a language ("en" is American English) and a time zone.
 */
export function momentInWords(milliseconds: number, language: string, timeZone: string): string {
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'medium', timeZone });
  // The narrow space before AM and PM is missing in some fonts.
  return format.format(milliseconds).replace('\u202f', ' ');
}
