import type { Route, SettledFee } from '../application/route.ts';
import { dayOfText } from '../calendar.ts';
import type { FeeReceipt } from '../contract/fee-receipt.ts';
import type { FeeReceiptPaper } from '../contract/paper.ts';
import { dayInWords } from '../day-in-words.ts';
import { moneyInWords } from '../money-in-words.ts';
import { inLanguage, type Localized } from '../programme/localized.ts';
import { printable } from './printable.ts';

/** Where and when a card was handed over. */
export interface PlaceAndDay {
  readonly programme: Localized;
  readonly kioskName: string;
  /** 2026-11-25. */
  readonly day: string;
  /** Of an invented person: nobody has paid. */
  readonly practice: boolean;
}

const ROUTES: Readonly<Record<Route, string>> = {
  first: 'First card',
  renewal: 'Renewal',
  replacement: 'Replacement',
  correction: 'Correction',
};
const STATUS: Readonly<Record<SettledFee['settled'], string>> = { paid: 'Paid', waived: 'Waived' };

/**
 * The receipt for a fee. It names nobody: no name, no ticket, no card, no time of day. In English: it is made when the
 * applicant's session is gone, and with it the language that they read. `isCopy`: another page of it may be about.
 */
export function feeReceiptOnPaper(
  { route, settled, cents, currency }: FeeReceipt,
  { programme, kioskName, day, practice }: PlaceAndDay,
  isCopy: boolean,
): FeeReceiptPaper {
  const heading = isCopy ? 'Copy of fee receipt' : 'Fee receipt';
  return {
    kind: 'fee-receipt',
    heading: practice ? 'PRACTICE: not a receipt' : heading,
    rows: [
      { label: 'Program', value: printable(inLanguage(programme, 'en')) },
      { label: 'Kiosk', value: kioskName },
      { label: 'Day', value: dayInWords(dayOfText(day), 'en') },
      { label: 'For', value: ROUTES[route] },
      { label: 'Fee', value: moneyInWords(cents, currency, 'en') },
      { label: 'Status', value: STATUS[settled] },
    ],
    note: 'This receipt has no name on it, and the kiosk keeps no copy.',
  };
}
