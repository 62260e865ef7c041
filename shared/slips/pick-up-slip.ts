import type { CalendarDate } from '../calendar.ts';
import type { Ticket } from '../contract/ids.ts';
import type { SlipPaper } from '../contract/paper.ts';
import { dayInWords } from '../day-in-words.ts';
import { hasSlipWords, slipWordsIn } from './words-of-languages.ts';

/** The slip for whoever waits for a card: its ticket, day and kiosk, in each of these languages that slips have words in. */
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
  languages: readonly string[],
): SlipPaper {
  const spoken = ['en', ...languages.filter((tag) => tag !== 'en' && hasSlipWords(tag))].map((language) => ({
    language,
    ...slipWordsIn(language),
  }));
  const english = slipWordsIn('en');
  return {
    kind: 'slip',
    stub: { label: english.cityKeeps, lines: [practice ? english.practiceKept : english.pickUp.kept] },
    heading: [
      ...(practice ? [english.practice] : []),
      ...spoken.map(({ pickUp }) => pickUp.ticket(ticket)),
    ].join(' · '),
    lines: [`${kioskName} · ${dayInWords(day, 'en')}`, ...spoken.map(({ pickUp }) => pickUp.bring)],
    sections: [],
    code: null,
  };
}
