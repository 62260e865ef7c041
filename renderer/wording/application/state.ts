import { plural, t } from '@lingui/core/macro';
import type { KioskStatus } from '../../../shared/contract/status.ts';
import { unreachable } from '../../../shared/result.ts';

type InProgress = KioskStatus['inProgress'][number];

/** Where an application is, in the list of those in progress. */
export function stateInWords({ state, printStopped }: Pick<InProgress, 'state' | 'printStopped'>): string {
  switch (state) {
    case 'draft':
      return t`Card details`;
    case 'checked':
      return t`Waiting for the photo`;
    case 'photographed':
    case 'ready':
      return t`Ready for review`;
    case 'queued':
      return t`Waiting for the printer`;
    case 'printing':
      return printStopped ? t`Printing stopped` : t`Printing`;
    case 'printed':
      return t`Card in the tray`;
    case 'spoiled':
      return t`Card spoiled`;
    case 'handed-over':
    case 'denied':
    case 'withdrawn':
    case 'expired':
    case 'wiping':
      return t`Being erased`;
    default:
      return unreachable(state);
  }
}

/** What somebody has to do next for an application in the list; `null` where it goes on by itself. */
export function nextActInWords({
  state,
  printStopped,
}: Pick<InProgress, 'state' | 'printStopped'>): string | null {
  switch (state) {
    case 'draft':
      return t`Open it to finish the card details.`;
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
  if (minutes < 1) return t`just now`;
  return minutes < 60
    ? plural(minutes, { one: '# minute', other: '# minutes' })
    : plural(Math.floor(minutes / 60), { one: '# hour', other: '# hours' });
}

const SOON_MINUTES = 60;

/** When an application expires, told in its last hour only; `null` before, and while a hold keeps it. */
export function expiryInWords(minutesLeft: number | null): string | null {
  if (minutesLeft === null || minutesLeft >= SOON_MINUTES) return null;
  return minutesLeft < 1
    ? t`expires now`
    : plural(minutesLeft, { one: 'expires in # min', other: 'expires in # min' });
}
