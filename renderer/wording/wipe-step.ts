import { t } from '@lingui/core/macro';
import type { WipeStep } from '../../shared/contract/application/wipe-steps.ts';
import { unreachable } from '../../shared/result.ts';

/** What a step of the wipe does, as a clerk would say it. */
export function stepInWords(step: WipeStep): string {
  switch (step) {
    case 'worker-ended':
      return t`Ending the program that printed the card.`;
    case 'key-destroyed':
      return t`Destroying the application’s key.`;
    case 'rows-deleted':
      return t`Erasing the application from the disk.`;
    case 'print-side-purged':
      return t`Removing the print job from the printer.`;
    case 'searched':
      return t`Searching the kiosk for the applicant’s details.`;
    case 'session-ended':
      return t`Ending every program that handled this application.`;
    case 'folder-removed':
      return t`Removing the temporary folder.`;
    default:
      return unreachable(step);
  }
}

/** What happened, when this step could not be done. `foundDetails`: the search found some of the applicant's. */
export function failureInWords(step: WipeStep, foundDetails: boolean): string {
  switch (step) {
    case 'worker-ended':
      return t`The program that printed the card didn’t end. It may still hold the card in its memory.`;
    case 'key-destroyed':
      return t`The application’s key couldn’t be destroyed. Until it is, the application can still be read.`;
    case 'rows-deleted':
      return t`The application couldn’t be erased from the disk.`;
    case 'print-side-purged':
      return t`The kiosk couldn’t prove that the print job was removed. The printer may be off or disconnected.`;
    case 'searched':
      return foundDetails
        ? t`The search found some of the applicant’s details on the kiosk.`
        : t`The search for the applicant’s details couldn’t be finished.`;
    case 'session-ended':
      return t`A program that handled this application didn’t end. It may still hold details in its memory.`;
    case 'folder-removed':
      return t`The temporary folder couldn’t be removed.`;
    default:
      return unreachable(step);
  }
}

/** What whoever stands at the kiosk can do about it. `foundDetails`: the search found some of the applicant's. */
export function adviceForStep(step: WipeStep, foundDetails: boolean): string {
  switch (step) {
    case 'print-side-purged':
      return t`Check that the printer is turned on and connected, then select Try again.`;
    case 'worker-ended':
    case 'session-ended':
      return t`Select Try again. If that doesn’t help, ask your supervisor before you restart the kiosk: a restart can end open applications.`;
    case 'key-destroyed':
    case 'rows-deleted':
    case 'folder-removed':
      return t`Select Try again. If that doesn’t help, the disk may be full or damaged: leave the kiosk as it is.`;
    case 'searched':
      return foundDetails
        ? t`Select Try again. If that doesn’t help, leave the kiosk as it is: someone has to look at what was found.`
        : t`Select Try again. If that doesn’t help, leave the kiosk as it is: someone has to search for what may be left.`;
    default:
      return unreachable(step);
  }
}

/** Whom to call when that does not help. */
export function callForStep(step: WipeStep): string {
  switch (step) {
    case 'print-side-purged':
      return t`If this screen stays, call your supervisor, who calls the printer’s technician.`;
    case 'worker-ended':
    case 'session-ended':
      return t`If this screen stays after a restart, call your supervisor.`;
    case 'key-destroyed':
    case 'rows-deleted':
    case 'searched':
    case 'folder-removed':
      return t`If this screen stays, call your supervisor, who calls your IT staff. Don’t turn off the kiosk before then.`;
    default:
      return unreachable(step);
  }
}
