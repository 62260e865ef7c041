import type { CalendarDate } from '../calendar.ts';
import type { Ticket } from '../contract/ids.ts';
import type { SlipPaper } from '../contract/paper.ts';
import { dayInWords } from '../day-in-words.ts';
import { directionOfLanguage } from '../residents/language-of-tag.ts';
import { placeAndDay } from './place-and-day.ts';
import { slipWordsIn } from './words-of-languages.ts';

/**
 * The slip for whoever waits for a card: its ticket, day and kiosk, in their language. What it is comes in English as
 * well: it is handed to staff.
 */
export function pickUpSlip(
  {
    ticket,
    day,
    kioskName,
    practice,
  }: {
    readonly ticket: Ticket;
    readonly day: CalendarDate;
    readonly kioskName: string;
    readonly practice: boolean;
  },
  language: string,
): SlipPaper {
  const words = slipWordsIn(language);
  const english = slipWordsIn('en');
  const heading = words.pickUp.ticket(ticket);
  return {
    kind: 'slip',
    direction: directionOfLanguage(language),
    stub: { label: words.cityKeeps, lines: [practice ? words.practiceKept : words.pickUp.kept] },
    heading: practice ? `${words.practice} · ${heading}` : heading,
    lines: [
      placeAndDay(kioskName, dayInWords(day, language), language),
      words.pickUp.bring,
      ...(words === english
        ? []
        : [
            `${practice ? `${english.practice} · ` : ''}${english.pickUp.ticket(ticket)}. ${english.pickUp.bring}`,
          ]),
    ],
    sections: [],
    code: null,
  };
}
