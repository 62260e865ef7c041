/**
 * What was typed, or stands in a file, without spaces, tabs and line ends, and without a byte order mark before all of it. No others are
 * left out: what counts as white space is another list in each language.
 */
export function withoutSpaces(text: string): string {
  return text.replace(/^\ufeff/, '').replace(/[ \t\r\n]/g, '');
}
