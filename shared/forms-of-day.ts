import { type CalendarDate, dayText } from './calendar.ts';
import { formatCardDate } from './card/card-date.ts';
import { dayInWords } from './day-in-words.ts';
import { residentLanguages } from './residents/language.ts';

/**
 * A day in every form in which the product writes one: in files and papers ("1991-03-14"), in one piece, on the card, and on
 * the screens in each language that there is, English being that of staff. It follows from the list of languages, so that
 * what a new one writes is searched for, too.
 */
export function formsOfDay(date: CalendarDate): readonly string[] {
  const iso = dayText(date);
  const inWords = residentLanguages.map((language) => dayInWords(date, language));
  return [...new Set([iso, iso.replaceAll('-', ''), formatCardDate(date), ...inWords])];
}
