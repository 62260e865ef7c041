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
        what: t`The printer is out of cards.`,
        todo: t`Load cards into the feeder.`,
      };
    case 'media-jam':
      return {
        what: t`A card is stuck in the printer.`,
        todo: t`Open the printer, take the card out, and keep it in your hand: it may already show details. Then close the printer.`,
      };
    case 'cover-open':
      return {
        what: t`The printer is open.`,
        todo: t`Close its cover until it clicks.`,
      };
    case 'ribbon-empty':
      return {
        what: t({
          message: 'The printer’s ribbon is used up or missing.',
          comment: 'The ribbon is the printer’s film of dye.',
        }),
        todo: t({
          message: 'Put a new ribbon in. Lock the used one away: it shows every card made with it.',
          comment: 'What to do about the printer. The ribbon is its film of dye.',
        }),
      };
    case 'tray-full':
      return {
        what: t({
          message: 'The printer’s tray is full or missing.',
          comment: 'The tray is where finished cards lie.',
        }),
        todo: t({
          message:
            'Take out the finished cards and keep them in sight: people are waiting for them. Put the tray back.',
          comment: 'What to do about the printer. The tray is where finished cards lie.',
        }),
      };
    case 'offline':
      return {
        what: t`The printer isn’t answering.`,
        todo: t`Check that it’s turned on and its cable is plugged in.`,
      };
    case 'paused':
      return {
        what: t`Someone paused the printer.`,
        todo: t`Press the button on the printer to resume. If it was paused in the print queue, call your IT staff.`,
      };
    case 'rejecting':
      return {
        what: t`The printer isn’t accepting new jobs.`,
        todo: t`Call your IT staff: the printer, or its print queue, has been closed to new jobs.`,
      };
    case 'busy':
      return {
        what: t`The printer is busy with another job.`,
        todo: t`Wait until that one is done.`,
      };
    case 'stopped':
      return {
        what: t`The printer has stopped and doesn’t say why.`,
        todo: t`Follow the instructions on its panel.`,
      };
    default:
      return unreachable(trouble);
  }
}

/** While a card is under way: nobody has to press anything afterwards. */
export function goesOnInWords(): string {
  return t`Printing continues by itself.`;
}
