import { t } from '@lingui/core/macro';
import type { PrintDoubt } from '../../../shared/contract/printing/printer.ts';
import { unreachable } from '../../../shared/result.ts';

/**
 * Why a person has to look whether a card came out. `null`: nothing is known, not even why. Never a word that
 * makes one answer likelier than the other: a second card of the same person is worse than a second look.
 */
export function printDoubtInWords(doubt: PrintDoubt | null): string {
  switch (doubt) {
    case null:
      return t`Printing stopped, and the kiosk can’t tell whether a card came out.`;
    case 'interrupted':
      return t`The kiosk was interrupted while the card was printing.`;
    case 'reply-lost':
      return t`The connection to the printer was lost. The card may already have been sent.`;
    case 'aborted':
      return t`The printer gave up on this card. One side or both may be printed.`;
    case 'canceled':
      return t`The print was stopped while the card was in progress.`;
    case 'incomplete':
      return t`The printer says it’s done, but it hasn’t reported both sides.`;
    case 'history-missing':
      return t`The print queue lost track of the card and called it done.`;
    case 'vanished':
      return t`The printer no longer knows about this card.`;
    case 'cannot-know':
      return t({
        message: 'This printer doesn’t report whether a card came out. Check the tray.',
        comment: 'Why the kiosk asks whether a card came out. The tray is where finished cards lie.',
      });
    case 'too-long':
      return t`The printer reported no progress on this card for too long, so the kiosk stopped the print.`;
    case 'left-behind':
      return t({
        message:
          'An earlier attempt went to another printer, which isn’t answering. Turn that printer off and open it: its card may be inside, or in its tray.',
        comment: 'An attempt to print this card. The tray is where finished cards lie.',
      });
    default:
      return unreachable(doubt);
  }
}

/** Whether the printer may still be at work on the card. Then whoever looks at once looks too early. */
export function mayStillWork(doubt: PrintDoubt | null): boolean {
  switch (doubt) {
    case null:
    case 'interrupted':
    case 'reply-lost':
    case 'canceled':
    case 'too-long':
      return true;
    case 'aborted':
    case 'incomplete':
    case 'history-missing':
    case 'vanished':
    case 'cannot-know':
    // It is to be switched off first.
    case 'left-behind':
      return false;
    default:
      return unreachable(doubt);
  }
}
