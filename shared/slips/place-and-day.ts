import { directionOfLanguage } from '../residents/language-of-tag.ts';

const RIGHT_TO_LEFT_MARK = '\u200f';

/**
 * "City Hall, desk 2 · November 25, 2026": where a paper was made, and the day in words. In a language that is written from
 * the right, a name in Latin letters ends with a mark: without it the number of the day would be read as part of the name.
 */
export function placeAndDay(kioskName: string, day: string, language: string): string {
  const mark = directionOfLanguage(language) === 'rtl' ? RIGHT_TO_LEFT_MARK : '';
  return `${kioskName}${mark} · ${day}`;
}
