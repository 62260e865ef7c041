import { plural, t } from '@lingui/core/macro';
import type { ReceiptPaper } from '../../../shared/contract/paper.ts';
import type { Receipt } from '../../../shared/contract/receipt.ts';
import { unreachable } from '../../../shared/result.ts';
import { isoDayInWords } from '../dates.ts';
import { foundInWords, megabytes, notDoneInWords, notSoughtInWords } from './receipt.ts';

// The receipt as the resident reads it on paper. It speaks to them, and it has no word for how their
// application ended: the paper is theirs, and others may see it.

/** What was searched, in figures, and what that found. */
export function searchOnPaper(search: Receipt['erased']['search']): string {
  switch (search.kind) {
    case 'searched': {
      const size = megabytes(search.bytes);
      const searched = plural(search.files, {
        one: `Searched # file (${size} MB) on this kiosk for your details.`,
        other: `Searched # files (${size} MB) on this kiosk for your details.`,
      });
      return `${searched} ${foundInWords(search.hits)} ${notSoughtInWords(search)}`.trim();
    }
    case 'void':
      return t`The search did not find its own test mark, so it can’t show that nothing is left.`;
    case 'not-searched':
      return t`This kiosk was not searched for your details. They were lost before the search could start.`;
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

/**
 * The receipt for the resident, on paper. Nothing on it tells whose it is or which entry of the ledger belongs to
 * it: no name, no ticket, no time of day, no signature.
 */
export function receiptOnPaper(receipt: Receipt): ReceiptPaper {
  const { search, custody, spool } = receipt.erased;
  const day = isoDayInWords(receipt.day);
  return {
    kind: 'receipt',
    stub: {
      label: t`The city keeps`,
      lines: [t`One more in the day’s count, and rounded search figures.`, t`No name, no details, no photo.`],
    },
    heading: t`What this kiosk did with your details`,
    lines: [`${receipt.kiosk} · ${day}`, searchOnPaper(search), custodyOnPaper(custody), spoolOnPaper(spool)],
    notProven:
      receipt.notDone.length === 0
        ? null
        : { label: t`Not proven`, lines: receipt.notDone.map(notDoneInWords) },
  };
}
