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

/** What happened, when this step could not be done. */
export function failureInWords(step: WipeStep): string {
  switch (step) {
    case 'worker-ended':
      return t`The program that printed the card did not end. It may still hold the card in its memory.`;
    case 'key-destroyed':
      return t`The record’s key could not be destroyed. Until it is, the record can still be read.`;
    case 'rows-deleted':
      return t`The record could not be deleted from the disk. Its key is handled by a step of its own.`;
    case 'print-side-purged':
      return t`We could not prove that the printer has forgotten the card. It may be off, or not connected.`;
    case 'searched':
      return t`The search of the kiosk found something of the person’s details, or could not be finished.`;
    case 'session-ended':
      return t`A program that knew the person did not end. It may still hold details in its memory.`;
    case 'folder-removed':
      return t`The folder for temporary files could not be removed.`;
    default:
      return unreachable(step);
  }
}

/** What whoever stands at the kiosk can do about it. */
export function adviceForStep(step: WipeStep): string {
  switch (step) {
    case 'print-side-purged':
      return t`Check that the printer is switched on and connected, then press Try again.`;
    case 'worker-ended':
    case 'session-ended':
      return t`Press Try again. If it does not help, a restart of the kiosk ends these programs.`;
    case 'key-destroyed':
    case 'rows-deleted':
    case 'folder-removed':
      return t`Press Try again. If it does not help, the disk may be full or damaged: leave the kiosk as it is.`;
    case 'searched':
      return t`Press Try again. If it does not help, leave the kiosk as it is: somebody has to look at what was found.`;
    default:
      return unreachable(step);
  }
}

/** Whom to call when that does not help. */
export function callForStep(step: WipeStep): string {
  switch (step) {
    case 'print-side-purged':
      return t`If this screen stays, call your supervisor, who calls whoever looks after the printer.`;
    case 'worker-ended':
    case 'session-ended':
      return t`If this screen stays after a restart, call your supervisor.`;
    case 'key-destroyed':
    case 'rows-deleted':
    case 'searched':
    case 'folder-removed':
      return t`If this screen stays, call your supervisor, who calls your IT staff. Do not switch the kiosk off before.`;
    default:
      return unreachable(step);
  }
}
