import { t } from '@lingui/core/macro';
import type { PrintDoubt, PrinterRefusal } from '../../../shared/contract/printing/printer.ts';
import type { PrinterTrouble } from '../../../shared/printing/trouble.ts';
import { unreachable } from '../../../shared/result.ts';
import {
  printerRefusalInWords,
  printerRefusalReasons,
  printerRefusalTodo,
} from '../printing/printer-refusal.ts';

// How a receipt or a day sheet fares on the ordinary printer. No card and no application depends on it.

/** What the ordinary printer waits for. */
export function paperTroubleInWords(trouble: PrinterTrouble): string {
  switch (trouble) {
    case 'media-empty':
      return t`The ordinary printer is out of paper. Load paper; printing continues by itself.`;
    case 'media-jam':
      return t`Paper is jammed in the ordinary printer. Open it and take the paper out.`;
    case 'cover-open':
      return t`The ordinary printer is open. Close its cover.`;
    case 'ribbon-empty':
      return t`The ordinary printer needs toner or ink.`;
    case 'tray-full':
      return t({
        message: 'The ordinary printer’s tray is full. Take the pages out.',
        comment: 'The ordinary printer prints on paper, not on cards. The tray is where finished pages lie.',
      });
    case 'offline':
      return t`The ordinary printer isn’t answering. Check its power and its cable.`;
    case 'paused':
      return t`The ordinary printer is paused. Press its button to resume.`;
    case 'busy':
      return t`The ordinary printer is busy with another job. Printing continues by itself.`;
    case 'rejecting':
      return t`The ordinary printer isn’t accepting new jobs. Call your IT staff.`;
    case 'stopped':
      return t`The ordinary printer has stopped. Check its panel.`;
    default:
      return unreachable(trouble);
  }
}

/** Why nobody but a person can say whether the page came out. */
export function paperDoubtInWords(doubt: PrintDoubt): string {
  return doubt === 'cannot-know'
    ? t({
        message: 'Sent to the printer. It doesn’t report whether the page printed. Check its tray.',
        comment: 'About a receipt or a day sheet. The tray is where finished pages lie.',
      })
    : t({
        message:
          'The kiosk can’t tell whether the page came out. Check the printer’s tray, then print it again if you need to.',
        comment: 'About a receipt or a day sheet. The tray is where finished pages lie.',
      });
}

/** What is wrong with the ordinary printer, without a word of any card. */
function whatIsWrongInWords(why: PrinterRefusal): string {
  switch (why.kind) {
    case 'not-drawable':
      return t`The page couldn’t be drawn for this printer.`;
    case 'changed':
      return t`The printer’s setup has changed since it was chosen, so the page would come out wrong.`;
    default:
      return printerRefusalInWords(why);
  }
}

/** Why no page was printed, and what to do. */
export function paperRefusalInWords(why: PrinterRefusal): string {
  const todo = why.kind === 'not-drawable' ? t`Call your IT staff.` : printerRefusalTodo(why);
  return [
    t({
      message: 'Not printed.',
      comment: 'Status line: a receipt or a day sheet did not get to paper. The reason follows.',
    }),
    whatIsWrongInWords(why),
    ...printerRefusalReasons(why),
    todo,
  ].join(' ');
}
