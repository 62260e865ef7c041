import { t } from '@lingui/core/macro';
import type { FeeReceipt } from '../../../shared/contract/fee-receipt.ts';
import type { FeeReceiptPaper } from '../../../shared/contract/paper.ts';
import { settledInWords } from '../application/fees.ts';
import { moneyInWords } from '../application/money.ts';
import { routeInWords } from '../application/routes.ts';
import { isoDayInWords } from '../dates.ts';
import { notAReceiptInWords } from './not-a-receipt.ts';

/** Where and when a card was handed over. */
export interface PlaceAndDay {
  readonly programme: string;
  readonly kiosk: string;
  /** 2026-11-25. */
  readonly day: string;
  /** Of an invented person: nobody has paid. */
  readonly practice: boolean;
}

/** The receipt for a fee, on paper and on the screen. It names nobody: no name, no ticket, no card, no time of day. */
export function feeReceiptOnPaper(
  fee: FeeReceipt,
  { programme, kiosk, day, practice }: PlaceAndDay,
): FeeReceiptPaper {
  return {
    kind: 'fee-receipt',
    heading: practice
      ? notAReceiptInWords()
      : t({ message: 'Fee receipt', comment: 'Heading of a printed page, and label of what is on it.' }),
    rows: [
      {
        label: t({
          message: 'Program',
          comment: 'Line on the fee receipt: the name of the city’s card program follows.',
        }),
        value: programme,
      },
      {
        label: t`Kiosk`,
        value: kiosk,
      },
      { label: t`Day`, value: isoDayInWords(day) },
      {
        label: t({
          message: 'For',
          comment: 'Line on the fee receipt: the kind of card follows, like “Replacement”.',
        }),
        value: routeInWords(fee.route),
      },
      {
        label: t({ message: 'Fee', comment: 'Line on the fee receipt: the amount follows.' }),
        value: moneyInWords(fee.cents, fee.currency),
      },
      {
        label: t({ message: 'Status', comment: 'Line on the fee receipt: “Paid” or “Waived” follows.' }),
        value: settledInWords(fee.settled),
      },
    ],
    note: t({
      message: 'This receipt has no name on it, and the kiosk keeps no copy.',
      comment: 'Last line of the fee receipt, which the applicant takes home.',
    }),
  };
}
