import { t } from '@lingui/core/macro';
import type { CustodyKind } from '../../../shared/contract/custody.ts';
import type { ProvenSearch, SpoolOutcome, WipeResult } from '../../../shared/contract/receipt.ts';
import { unreachable } from '../../../shared/result.ts';
import { betweenSentences } from '../between-sentences.ts';
import { classesOf, foundNoneInWords, notDoneInWords, notSoughtInWords } from './search.ts';

// What a wipe did and what it could not show, as the person reads it: on the screen when they have left, and on the paper.

/** A wipe as a person is told of it. `open`: its printer's side is not proven clean yet, and there is no receipt. */
export interface ShownWipe extends WipeResult {
  readonly spool: SpoolOutcome | 'open';
}

/** A sentence or more for each. `notProven`: null where nothing is left open. */
export interface WipeResultInWords {
  /** What was done: the search, the key, the printer's side. */
  readonly done: readonly string[];
  readonly notProven: { readonly label: string; readonly lines: string[] } | null;
}

/** The whole result: whoever shows what was done shows what was not, too. */
export function wipeResultInWords({ search, custody, spool, notDone }: ShownWipe): WipeResultInWords {
  return {
    done: [searchInWords(search), custodyInWords(custody), spoolInWords(spool)],
    notProven:
      notDone.length === 0
        ? null
        : {
            label: t({
              message: 'Not proven',
              comment: 'Heading on the receipt, a printed page: what this kiosk could not show follows.',
            }),
            lines: notDone.map(notDoneInWords),
          },
  };
}

/** What was searched, in classes that are the same for nearly everybody, and what that found. */
function searchInWords(search: ProvenSearch): string {
  switch (search.kind) {
    case 'searched': {
      const { files, size } = classesOf(search);
      const searched = t({
        message: `Searched up to ${files} files (up to ${size} MB) on this kiosk for your details.`,
        comment:
          'On the receipt, which the applicant takes home. {files} is 100, 1,000 or more, {size} is 10, 100 or more megabytes.',
      });
      return [searched, foundNoneInWords(), notSoughtInWords(search)]
        .filter((said) => said !== '')
        .join(betweenSentences());
    }
    case 'not-searched':
      return t({
        message:
          'This kiosk was not searched for your details. They were out of reach before the search could start.',
        comment:
          'On the receipt, in place of what was searched. “They” are the details: the kiosk had lost the key to them already.',
      });
    default:
      return unreachable(search);
  }
}

/** Where the key of the record was, and what became of it. */
function custodyInWords(custody: CustodyKind): string {
  switch (custody) {
    case 'memory':
      return t({
        message:
          'Your application was locked with its own key. The key was only ever in this kiosk’s memory, and it is destroyed. Without it nobody can read the application.',
        comment: 'On the receipt. The key is for encryption: data, and nothing of metal. “It” is the key.',
      });
    case 'sealed':
      return t({
        message:
          'Your application was locked with its own key. The key was kept on this kiosk’s disk and has been overwritten. We have not tested what a lab could still read from the disk’s chips.',
        comment:
          'On the receipt. The key is for encryption: data, and nothing of metal. The key was overwritten, not the disk.',
      });
    default:
      return unreachable(custody);
  }
}

/** What became of the printer's side, for staff and for the person. */
export function spoolInWords(spool: ShownWipe['spool']): string {
  switch (spool) {
    case 'kept-nothing':
      return t({
        message: 'The printer’s queue kept no copy of the card.',
        comment: 'On the receipt. The queue holds what waits for the card printer.',
      });
    case 'purged':
      return t({
        message: 'Any copy of the card in the printer’s queue was removed.',
        comment:
          'On the receipt. The queue holds what waits for the card printer. There may have been no copy of the card in it.',
      });
    case 'not-proven':
      return t({
        message: 'The printer ended the job. This kiosk can’t see what the printer itself remembers.',
        comment:
          'On the receipt. The job is the printing of one card; “ended” does not say that the card was made.',
      });
    case 'open':
      return t({
        message: 'A printer must still confirm that it has nothing of what you entered.',
        comment:
          'On a resident’s screen, after their application ended: what was sent to a printer is not proven to be gone yet.',
      });
    default:
      return unreachable(spool);
  }
}
