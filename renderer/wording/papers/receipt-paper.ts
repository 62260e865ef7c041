import { plural, t } from '@lingui/core/macro';
import type { ReceiptPaper } from '../../../shared/contract/paper.ts';
import type { Receipt } from '../../../shared/contract/receipt.ts';
import { unreachable } from '../../../shared/result.ts';
import { isoDayInWords } from '../dates.ts';
import { megabytes, notDoneInWords, notSoughtInWords } from './receipt.ts';

// The receipt as the resident reads it on paper. It speaks to them, and it has no word for how their
// application ended: the paper is theirs, and others may see it.

/** What was searched, in figures, and what that found. */
export function searchOnPaper(search: Receipt['erased']['search']): string {
  switch (search.kind) {
    case 'searched': {
      const size = megabytes(search.bytes);
      const searched = plural(search.files, {
        one: `Searched # file and ${size} MB of this kiosk for your details:`,
        other: `Searched # files and ${size} MB of this kiosk for your details:`,
      });
      const found =
        search.hits === 0
          ? t`none found.`
          : plural(search.hits, { one: 'found # time.', other: 'found # times.' });
      return `${searched} ${found} ${notSoughtInWords(search)}`.trim();
    }
    case 'void':
      return t`The search did not find its own test mark, so it proves nothing.`;
    case 'not-searched':
      return t`This kiosk was not searched for your details: they were lost before the search could begin.`;
    default:
      return unreachable(search);
  }
}

/** Where the key of the record was, and what became of it. */
export function custodyOnPaper(custody: Receipt['erased']['custody']): string {
  switch (custody) {
    case 'memory':
      return t`Your record was locked with a key of its own. The key was only ever in this kiosk’s memory, and it is destroyed. Without it nobody can read the record.`;
    case 'sealed':
      return t`Your record was locked with a key of its own. The key was sealed on this kiosk’s disk, and it is overwritten. What a laboratory could still read from the disk’s chips is not tested.`;
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
      return t`What the printer’s queue kept is removed.`;
    case 'not-proven':
      return t`The printer ended the job. What it remembers by itself cannot be seen from this kiosk.`;
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
      lines: [
        t`One more in the count of this day, and rounded figures of the search.`,
        t`No name, no answer, no photo.`,
      ],
    },
    heading: t`What this kiosk did with your details`,
    lines: [`${receipt.kiosk} · ${day}`, searchOnPaper(search), custodyOnPaper(custody), spoolOnPaper(spool)],
    notProven:
      receipt.notDone.length === 0
        ? null
        : { label: t`Not proven`, lines: receipt.notDone.map(notDoneInWords) },
  };
}
