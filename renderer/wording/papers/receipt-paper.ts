import { i18n } from '@lingui/core';
import { plural, t } from '@lingui/core/macro';
import type { ReceiptPaper } from '../../../shared/contract/paper.ts';
import type { Receipt } from '../../../shared/contract/receipt.ts';
import { directionOfLanguage } from '../../../shared/residents/language-of-tag.ts';
import { unreachable } from '../../../shared/result.ts';
import { placeAndDay } from '../../../shared/slips/place-and-day.ts';
import { isoDayInWords } from '../dates.ts';
import { foundInWords, megabytes, notDoneInWords, notSoughtInWords } from './search.ts';

// The receipt as the resident reads it on paper. It speaks to them, and it has no word for how their
// application ended: the paper is theirs, and others may see it.

/** What was searched, in figures, and what that found. */
export function searchOnPaper(search: Receipt['erased']['search']): string {
  switch (search.kind) {
    case 'searched': {
      const { files } = search;
      const size = megabytes(search.bytes);
      const searched = t({
        message: plural(files, {
          one: `Searched # file (${size} MB) on this kiosk for your details.`,
          other: `Searched # files (${size} MB) on this kiosk for your details.`,
        }),
        comment:
          'On the receipt, which the applicant takes home. # counts files, {size} is megabytes, like 3.1.',
      });
      return `${searched} ${foundInWords(search.hits)} ${notSoughtInWords(search)}`.trim();
    }
    case 'void':
      return t({
        message: 'The search did not find its own test mark, so it can’t show that nothing is left.',
        comment:
          'On the receipt and on the start screen. The test mark is planted to show that the search works.',
      });
    case 'not-searched':
      return t`This kiosk was not searched for your details. They were out of reach before the search could start.`;
    default:
      return unreachable(search);
  }
}

/** Where the key of the record was, and what became of it. */
export function custodyOnPaper(custody: Receipt['erased']['custody']): string {
  switch (custody) {
    case 'memory':
      return t`Your application was locked with its own key. The key was only ever in this kiosk’s memory, and it is destroyed. Without it nobody can read the application.`;
    case 'sealed':
      return t`Your application was locked with its own key. The key was kept on this kiosk’s disk and has been overwritten. We have not tested what a lab could still read from the disk’s chips.`;
    default:
      return unreachable(custody);
  }
}

/** What became of the printer's side. */
export function spoolOnPaper(spool: Receipt['erased']['spool']): string {
  switch (spool) {
    case 'kept-nothing':
      return t`The printer’s queue kept nothing.`;
    case 'purged':
      return t`What the printer’s queue kept was removed.`;
    case 'not-proven':
      return t`The printer ended the job. This kiosk can’t see what the printer itself remembers.`;
    default:
      return unreachable(spool);
  }
}

function keptByTheCity(): string[] {
  return [
    t({
      message: 'One more in the day’s count, and rounded search figures.',
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

/**
 * The receipt for the resident, on paper. Nothing on it tells whose it is or which entry of the ledger belongs to
 * it: no name, no ticket, no time of day, no signature.
 */
export function receiptOnPaper(receipt: Receipt): ReceiptPaper {
  const { search, custody, spool } = receipt.erased;
  const day = isoDayInWords(receipt.day);
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
      : t`What this kiosk did with your details`,
    lines: [
      placeAndDay(receipt.kiosk, day, i18n.locale),
      searchOnPaper(search),
      custodyOnPaper(custody),
      spoolOnPaper(spool),
    ],
    notProven:
      receipt.notDone.length === 0
        ? null
        : {
            label: t({
              message: 'Not proven',
              comment: 'Heading on the receipt, a printed page: what this kiosk could not show follows.',
            }),
            lines: receipt.notDone.map(notDoneInWords),
          },
  };
}
