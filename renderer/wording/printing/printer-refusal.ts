import { t } from '@lingui/core/macro';
import type { PrinterRefusal } from '../../../shared/contract/printer.ts';
import { unreachable } from '../../../shared/result.ts';
import { sizeInWords } from './printer.ts';
import { spoolRefusalInWords } from './spool-refusal.ts';

// One sentence for every refusal and one for what to do, without a word about any card: the same ones stand
// where a card was not printed, where a printer is set up, and where one is only looked at.

/** What is wrong with the printer. */
export function printerRefusalInWords(why: PrinterRefusal): string {
  switch (why.kind) {
    case 'not-an-address':
      return t`This is no address of a printer.`;
    case 'host-name':
      return t`This address has a name in it. This kiosk asks no name server, so it takes numbers only.`;
    case 'unreachable':
      return t`The printer could not be reached.`;
    case 'not-a-printer':
      return t`What answers at this address is no printer that this kiosk understands.`;
    case 'wants-password':
      return t`The printer asks for a user name and a password (HTTP 401).`;
    case 'wants-encryption':
      return t`The printer takes encrypted connections only (HTTP 426).`;
    case 'moved':
      return t`The printer sends this kiosk to another address (an HTTP redirect).`;
    case 'too-slow':
      return t`The printer took too long to answer.`;
    case 'certificate-changed':
      return t`The printer shows another certificate than the one that was confirmed: it may be another machine.`;
    case 'no-such-queue':
      return t`There is no such printer or queue at this address.`;
    case 'no-card-size':
      return t`The printer does not offer the size of a card (85.60 × 53.98 mm).`;
    case 'size-refused-behind': {
      const asked = sizeInWords(why.asked);
      const own = sizeInWords(why.own);
      return t`This queue asks its printer for ${asked}. The printer has ${own}, and refuses every other size.`;
    }
    case 'no-paper-size':
      return t`The printer offers neither Letter nor A4.`;
    case 'no-duplex':
      return t`The printer does not print both sides.`;
    case 'no-format': {
      const { offers } = why;
      return t`The printer takes neither a PDF nor dots as this kiosk makes them. It offers: ${offers}.`;
    }
    case 'no-jobs':
      return t`The printer doesn’t take jobs as this kiosk sends them (IPP Create-Job and Send-Document).`;
    case 'changed':
      return t`The printer was set up in another way since it was chosen, so a card would come out wrong.`;
    case 'rejecting':
      return t`The printer takes nothing new.`;
    case 'busy':
      return t`The printer is busy with something else.`;
    case 'job-refused': {
      const status = `0x${why.status.toString(16).padStart(4, '0')}`;
      return t`The printer did not take it (its answer: ${status}).`;
    }
    case 'spool':
      return t`The print queue could keep what is printed, or not tell how it ended.`;
    case 'not-drawable':
      return t`It could not be drawn as this printer needs it.`;
    case 'test-card-unconfirmed':
      return t`Nobody has confirmed a test card of this print queue.`;
    case 'earlier-card':
      return t`An attempt before this one is not settled at the printer: it may still bring out a card.`;
    case 'not-sent':
      return t`It was stopped, or the printer stood still for too long, before anything was sent.`;
    case 'not-on-this-system':
      return t`This way of printing does not exist on this system.`;
    default:
      return unreachable(why);
  }
}

/** The single reasons behind it, where there are several; empty for most. */
export function printerRefusalReasons(why: PrinterRefusal): readonly string[] {
  return why.kind === 'spool' ? why.reasons.map(spoolRefusalInWords) : [];
}

/** What whoever stands there can do about it. */
export function printerRefusalTodo(why: PrinterRefusal): string {
  switch (why.kind) {
    case 'not-an-address':
      return t`It looks like ipp://192.0.2.17/ipp/print.`;
    case 'host-name':
      return t`Read the number on the printer’s own panel.`;
    case 'unreachable':
      return t`Check that it is switched on, and that its cable is in.`;
    case 'wants-password':
      return t`Set the printer so that this kiosk may print without a password: it keeps none.`;
    case 'wants-encryption':
      return t`Choose the printer again by an address that begins with ipps://, and compare its certificate.`;
    case 'moved':
      return t`Type the address at which the printer itself answers: this kiosk follows nobody to another one.`;
    case 'too-slow':
      return t`Wait until it stands still, then try again. If that does not help, switch it off and on.`;
    case 'certificate-changed':
      return t`Use nothing of it before your IT staff have compared the fingerprint with the one on its panel.`;
    case 'rejecting':
      return t`Somebody has closed it, or its print queue, to new jobs: call your IT staff.`;
    case 'busy':
      return t`Wait until it stands still, then try again.`;
    case 'job-refused':
      return t`Look at its own panel. If that says nothing, call your IT staff.`;
    case 'not-drawable':
      return t`Look at the note beside the drawn card. If there is none, call your IT staff.`;
    case 'test-card-unconfirmed':
      return t`A supervisor or IT staff print a test card, look at both sides, and confirm it on the Printers page.`;
    case 'earlier-card':
      return t`Look at the printer and clear what it still has, then try again.`;
    case 'not-sent':
      return t`Look whether the printer is ready, then try again.`;
    case 'no-card-size':
      return t`Another one is needed, or it has to be set to cards at its own panel.`;
    case 'size-refused-behind': {
      const { address } = why;
      return t`Choose the printer by its own address, ${address}.`;
    }
    case 'no-paper-size':
      return t`Set it to Letter or A4 on its panel, or use another printer.`;
    case 'no-duplex':
      return t`Another one is needed, or its flipper has to be switched on at its own panel.`;
    case 'no-format':
      return t`Set it to take application/pdf, or image/pwg-raster as srgb_8 or sgray_8 with the same dots both ways, 100 to 1200 dpi.`;
    case 'changed':
      return t`A supervisor or IT staff choose it again on the Printers page.`;
    case 'no-jobs':
    case 'no-such-queue':
    case 'spool':
    case 'not-a-printer':
    case 'not-on-this-system':
      return t`Call your IT staff.`;
    default:
      return unreachable(why);
  }
}
