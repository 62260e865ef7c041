import { plural, t } from '@lingui/core/macro';
import type { KioskStatus } from '../../../shared/contract/status.ts';
import { unreachable } from '../../../shared/result.ts';

type InProgress = KioskStatus['inProgress'][number];

/** Where an application is, in the list of those in progress. */
export function stateInWords({
  state,
  printStopped,
  waitsForClerk,
}: Pick<InProgress, 'state' | 'printStopped' | 'waitsForClerk'>): string {
  switch (state) {
    case 'draft':
      if (waitsForClerk) {
        return t({
          message: 'Waiting for a clerk',
          comment:
            'Status of an application in the list of open ones: the applicant typed the card details alone and has a ticket.',
        });
      }
      return t({
        message: 'Card details',
        comment:
          'Heading and name of the first step; in the list of open applications, the state of one that is still at it.',
      });
    case 'checked':
      return t({
        message: 'Waiting for the photo',
        comment: 'Status of an application in the list of open ones.',
      });
    case 'photographed':
    case 'ready':
      return t({
        message: 'Ready for review',
        comment: 'Status of an application in the list of open ones: the applicant checks the card next.',
      });
    case 'queued':
      return t({
        message: 'Waiting for the printer',
        comment: 'Status of an application in the list of open ones: other cards are printed first.',
      });
    case 'printing':
      return printStopped
        ? t({
            message: 'Printing stopped',
            comment: 'Status of an application in the list of open ones: its card needs a clerk.',
          })
        : t({
            message: 'Printing',
            comment: 'Status of an application in the list of open ones: its card is being printed.',
          });
    case 'printed':
      return t({
        message: 'Card in the tray',
        comment:
          'Status of an application in the list of open ones. The tray is where the printer drops finished cards.',
      });
    case 'spoiled':
      return t({
        message: 'Card spoiled',
        comment:
          'Status of an application, and title of a ledger entry: the card came out wrong, is counted and gets destroyed.',
      });
    case 'handed-over':
    case 'denied':
    case 'withdrawn':
    case 'expired':
    case 'called-off':
    case 'wiping':
      return t({ message: 'Being erased', comment: 'Status of an application in the list of open ones.' });
    default:
      return unreachable(state);
  }
}

/** What somebody has to do next for an application in the list; `null` where it goes on by itself. */
export function nextActInWords(
  application: Pick<InProgress, 'state' | 'printStopped' | 'hold' | 'waitsForClerk'>,
): string | null {
  const act = actInWords(application);
  if (application.hold === 'free') return act;
  if (application.state === 'printed')
    return t({
      message: 'On legal hold. Don’t hand over the card.',
      comment:
        'What to do with an application in the list of open ones. A legal hold is an order by counsel to erase nothing.',
    });
  return act === null
    ? t({
        message: 'On legal hold.',
        comment:
          'State of an application in the list of open ones. A legal hold is an order by counsel to erase nothing.',
      })
    : t({
        message: `On legal hold. ${act}`,
        comment:
          'In the list of open applications. {act} is what to do next, like “Open it to take the photo.” A legal hold is an order by counsel to erase nothing.',
      });
}

function actInWords({
  state,
  printStopped,
  waitsForClerk,
}: Pick<InProgress, 'state' | 'printStopped' | 'waitsForClerk'>): string | null {
  switch (state) {
    case 'draft':
      if (waitsForClerk) {
        return t({
          message: 'Call this ticket and open it to check the documents.',
          comment:
            'In the list of open applications: what a clerk does for an applicant who typed the card details alone.',
        });
      }
      return t`Open it to finish details and documents.`;
    case 'checked':
      return t`Open it to take the photo.`;
    case 'photographed':
    case 'ready':
      return t`Open it to review and print.`;
    case 'printing':
      return printStopped ? t`Open it to see why.` : null;
    case 'printed':
      return t`Scan the card to hand it over.`;
    case 'spoiled':
      return t`Open it to reprint the card.`;
    default:
      return null;
  }
}

/** How long an application has been open. */
export function ageInWords(minutes: number): string {
  if (minutes < 1)
    return t({
      message: 'just now',
      comment: 'In the list of open applications: how long one has been open, less than a minute.',
    });
  const hours = Math.floor(minutes / 60);
  return hours === 0
    ? t({
        message: plural(minutes, { one: '# minute', other: '# minutes' }),
        comment: 'In the list of open applications: how long one has been open.',
      })
    : t({
        message: plural(hours, { one: '# hour', other: '# hours' }),
        comment: 'In the list of open applications: how long one has been open.',
      });
}

/** From then on an application’s end is told, and it comes first: later its card may be too late. */
export const SOON_MINUTES = 60;

/** When an application expires, told in its last hour only; `null` before, and while a hold keeps it. */
export function expiryInWords(minutesLeft: number | null): string | null {
  if (minutesLeft === null || minutesLeft >= SOON_MINUTES) return null;
  return minutesLeft < 1
    ? t({
        message: 'expires now',
        comment: 'Status line in the list of open applications: this one is erased because its time is up.',
      })
    : t({
        message: plural(minutesLeft, { one: 'expires in # minute', other: 'expires in # minutes' }),
        comment: 'Status line in the list of open applications: how long this one may stay open.',
      });
}
