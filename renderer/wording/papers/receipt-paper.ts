import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import type { ReceiptPaper } from '../../../shared/contract/paper.ts';
import type { Receipt } from '../../../shared/contract/receipt.ts';
import { directionOfLanguage } from '../../../shared/residents/language-of-tag.ts';
import { placeAndDay } from '../../../shared/slips/place-and-day.ts';
import { isoDayInWords } from '../dates.ts';
import { wipeResultInWords } from './wipe-result.ts';

// The receipt as the resident reads it on paper. It speaks to them, and it has no word for how their
// application ended: the paper is theirs, and others may see it.

function keptByTheCity(): string[] {
  return [
    t({
      message: 'One more in the day’s count.',
      comment: 'On the receipt’s stub, below “The city keeps”: all that the city keeps of this application.',
    }),
    t({
      message: 'No name, no details, no photo.',
      comment: 'On the receipt’s stub, below “The city keeps”: what the city does not keep.',
    }),
  ];
}

function nothingKeptOfPractice(): string {
  return t({
    message: 'Nothing. This was practice with an invented person.',
    comment: 'On the stub of a practice receipt, below “The city keeps”.',
  });
}

/** What was said above once more, with the kiosk's signature. Everybody of whom the same is said has the same code. */
function signedCode(text: string): ReceiptPaper['code'] {
  return {
    label: t({
      message: 'This kiosk’s signature',
      comment: 'On the receipt about erasing, above a code to scan: the kiosk signed what the page says.',
    }),
    text,
    says: t({
      message: 'With this code anyone can check with the city that this kiosk made this receipt.',
      comment:
        'On the receipt about erasing, beside a code to scan. The code has nothing about the applicant.',
    }),
  };
}

/**
 * The receipt for the resident, on paper. Nothing on it tells whose it is or which entry of the ledger belongs to
 * it: no name, no ticket, no time of day, no number. Its code says what its lines say.
 */
export function receiptOnPaper(receipt: Receipt): ReceiptPaper {
  const { erased, notDone } = receipt;
  const day = isoDayInWords(receipt.day);
  const { done, notProven } = wipeResultInWords({ ...erased, notDone });
  return {
    kind: 'receipt',
    direction: directionOfLanguage(i18n.locale),
    stub: {
      label: t({
        message: 'The city keeps',
        comment:
          'Heading of the receipt’s stub, above the perforation: what the city keeps of this application follows.',
      }),
      lines: receipt.practice ? [nothingKeptOfPractice()] : keptByTheCity(),
    },
    heading: receipt.practice
      ? t({
          message: 'PRACTICE: not a receipt',
          comment: 'Heading of the receipt that staff print while they practice with a made-up applicant.',
        })
      : t({
          message: 'What this kiosk did with your details',
          comment: 'Heading of the receipt about erasing, a printed page that the applicant takes home.',
        }),
    lines: [placeAndDay(receipt.kiosk, day, i18n.locale), ...done],
    notProven,
    code: receipt.practice ? null : signedCode(receipt.code),
  };
}
