import { plural, t } from '@lingui/core/macro';
import type { BecameOf, LastEnding } from '../../../shared/contract/residents/last-ending.ts';
import { unreachable } from '../../../shared/result.ts';

type Outcome = Extract<LastEnding, { kind: 'left' }>['outcome'];

/** Why an application ended while a resident had it. */
export function whyEndedInWords(outcome: Outcome): string {
  switch (outcome) {
    case 'withdrawn':
      return t({
        message: 'You left. Your application has ended.',
        comment: 'Heading of a resident’s screen after they chose “Leave now”.',
      });
    case 'expired':
      return t({
        message: 'Your application has ended because nobody used the screen, or its time was over.',
        comment: 'Heading of a resident’s screen.',
      });
    case 'called-off':
      return t({
        message: 'The office has ended your application.',
        comment:
          'Heading of a resident’s screen: a supervisor of the city’s office ended all open applications.',
      });
    default:
      return unreachable(outcome);
  }
}

/** What became of what a resident entered: that it is erased is said only where a search shows it. */
export function becameInWords(became: BecameOf): string {
  switch (became.kind) {
    case 'erasing':
      return t({
        message: 'The kiosk is erasing what you entered, and looks for what is left…',
        comment: 'On a resident’s screen, for a moment after their application ended.',
      });
    case 'ended': {
      const { search } = became.receipt.erased;
      if (search.kind !== 'searched' || search.hits > 0 || search.unreadable > 0)
        return t({
          message: 'The kiosk couldn’t check that everything you entered is erased. Ask a clerk.',
          comment: 'On a resident’s screen, after their application ended.',
        });
      const { files } = search;
      return t({
        message: plural(files, {
          one: 'Everything you entered is erased. The kiosk searched # file for it and found nothing.',
          other: 'Everything you entered is erased. The kiosk searched # files for it and found nothing.',
        }),
        comment:
          'On a resident’s screen, after their application ended. # is the number of files that were searched.',
      });
    }
    case 'print-side-open':
      return t({
        message: 'Everything you entered is erased here. A printer must still confirm that it has nothing.',
        comment: 'On a resident’s screen, after their application ended: a printer isn’t answering yet.',
      });
    case 'closed':
      return t({
        message: 'There is no proof that everything you entered is erased. Ask a supervisor.',
        comment: 'On a resident’s screen, after their application ended.',
      });
    case 'held': {
      const { ticket } = became;
      return t({
        message: `A legal hold keeps what you entered until the hold ends. Your number is ${ticket}.`,
        comment:
          'On a resident’s screen, after their application ended. A legal hold is an order by a lawyer of the city to erase nothing. {ticket} is the application’s number of the day.',
      });
    }
    default:
      return unreachable(became);
  }
}
