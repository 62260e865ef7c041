import { dayOfText } from '../calendar.ts';
import type { FeeReceipt } from '../contract/fee-receipt.ts';
import type { FeeReceiptPaper } from '../contract/paper.ts';
import { dayInWords } from '../day-in-words.ts';
import { moneyInWords } from '../money-in-words.ts';
import { inLanguage, type Localized } from '../programme/localized.ts';
import { directionOfLanguage } from '../residents/language-of-tag.ts';
import { printable } from './printable.ts';
import { slipWordsIn } from './words-of-languages.ts';

/** Where and when a card was handed over. */
export interface PlaceAndDay {
  readonly programme: Localized;
  readonly kioskName: string;
  /** 2026-11-25. */
  readonly day: string;
  /** Of an invented person: nobody has paid. */
  readonly practice: boolean;
}

/**
 * The receipt for a fee, in a language of residents. It names nobody: no name, no ticket, no card, no time of day.
 * `isCopy`: another page of it may be about.
 */
export function feeReceiptOnPaper(
  { route, settled, cents, currency }: FeeReceipt,
  { programme, kioskName, day, practice }: PlaceAndDay,
  { language, isCopy }: { readonly language: string; readonly isCopy: boolean },
): FeeReceiptPaper {
  const { feeReceipt: words } = slipWordsIn(language);
  const heading = isCopy ? words.copy : words.heading;
  return {
    kind: 'fee-receipt',
    direction: directionOfLanguage(language),
    heading: practice ? words.practice : heading,
    rows: [
      { label: words.program, value: printable(inLanguage(programme, language)) },
      { label: words.kiosk, value: kioskName },
      { label: words.day, value: dayInWords(dayOfText(day), language) },
      { label: words.for, value: words.routes[route] },
      { label: words.fee, value: moneyInWords(cents, currency, language) },
      { label: words.status, value: words.settled[settled] },
    ],
    note: words.note,
  };
}
