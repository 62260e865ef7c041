import { t } from '@lingui/core/macro';
import type { PrinterTrouble } from '../../../shared/printing/trouble.ts';
import { unreachable } from '../../../shared/result.ts';

/** What keeps the printer from going on, and what to do. Says nothing of a card under way: there may be none. */
export function printerTroubleInWords(trouble: PrinterTrouble): {
  readonly what: string;
  readonly todo: string;
} {
  switch (trouble) {
    case 'media-empty':
      return {
        what: t`The printer has no cards left.`,
        todo: t`Put cards into the feeder.`,
      };
    case 'media-jam':
      return {
        what: t`A card is stuck in the printer.`,
        todo: t`Open the printer, take the card out and keep it in your hand: details may be on it already. Then close the printer.`,
      };
    case 'cover-open':
      return {
        what: t`The printer is open.`,
        todo: t`Close its cover until it clicks.`,
      };
    case 'ribbon-empty':
      return {
        what: t`The printer’s ribbon is used up, or is not in.`,
        todo: t`Put a new ribbon in. Lock the used one away: it shows every card that was made with it.`,
      };
    case 'tray-full':
      return {
        what: t`The printer’s tray is full, or is not in its place.`,
        todo: t`Take the finished cards out and keep them in sight: people wait for them. Put the tray back.`,
      };
    case 'offline':
      return {
        what: t`The printer does not answer.`,
        todo: t`Check that it is switched on, and that its cable is in.`,
      };
    case 'paused':
      return {
        what: t`Somebody has paused the printer.`,
        todo: t`Let it go on by its own button. If it was paused in the print queue, call your IT staff.`,
      };
    case 'rejecting':
      return {
        what: t`The printer takes nothing new.`,
        todo: t`Call your IT staff: somebody has closed it, or its print queue, to new jobs.`,
      };
    case 'busy':
      return {
        what: t`The printer is busy with another job.`,
        todo: t`Wait until that one is done.`,
      };
    case 'stopped':
      return {
        what: t`The printer has stopped and does not tell why.`,
        todo: t`Look at its own panel and do what that asks for.`,
      };
    default:
      return unreachable(trouble);
  }
}

/** While a card is under way: nobody has to press anything afterwards. */
export function goesOnInWords(): string {
  return t`The printing goes on by itself.`;
}
