import { t } from '@lingui/core/macro';
import type { WipeStep } from '../../shared/contract/refusals.ts';
import { unreachable } from '../../shared/result.ts';

/** What a step of the wipe does, as a clerk would say it. */
export function stepInWords(step: WipeStep): string {
  switch (step) {
    case 'worker-ended':
      return t`Ending the program that printed the card.`;
    case 'key-destroyed':
      return t`Destroying the key of the record.`;
    case 'rows-deleted':
      return t`Deleting the record.`;
    case 'print-side-purged':
      return t`Removing the print job from the printer.`;
    case 'searched':
      return t`Searching the kiosk for the person’s details.`;
    case 'session-ended':
      return t`Ending every program that knew the person.`;
    case 'folder-removed':
      return t`Removing the temporary folder.`;
    default:
      return unreachable(step);
  }
}

/** What the clerk or the supervisor can do about it. */
export function adviceForStep(step: WipeStep): string {
  switch (step) {
    case 'print-side-purged':
      return t`Check that the printer is switched on and connected, then press Try again.`;
    case 'worker-ended':
    case 'session-ended':
      return t`Press Try again. If it does not help, a restart of the kiosk ends these programs.`;
    case 'key-destroyed':
    case 'rows-deleted':
    case 'searched':
    case 'folder-removed':
      return t`Press Try again. If it does not help, leave the kiosk as it is and call your supervisor.`;
    default:
      return unreachable(step);
  }
}
