import { t } from '@lingui/core/macro';
import type { PrinterRefusal } from '../../../shared/contract/printing/printer.ts';
import { unreachable } from '../../../shared/result.ts';
import { measuresInWords } from './printer.ts';
import { spoolRefusalInWords } from './spool-refusal.ts';

// One sentence for every refusal and one for what to do, without a word about any card: the same ones stand
// where a card was not printed, where a printer is set up, and where one is only looked at.

/** What is wrong with the printer. */
export function printerRefusalInWords(why: PrinterRefusal): string {
  switch (why.kind) {
    case 'not-an-address':
      return t`This isn’t a printer’s address.`;
    case 'host-name':
      return t`This kiosk doesn’t use DNS. Enter an IP address or localhost.`;
    case 'unreachable':
      return t`The printer couldn’t be reached.`;
    case 'not-a-printer':
      return t`The device at this address isn’t a printer this kiosk supports.`;
    case 'wants-password':
      return t`The printer asks for a user name and a password (HTTP 401).`;
    case 'wants-encryption':
      return t`The printer takes encrypted connections only (HTTP 426).`;
    case 'moved':
      return t`The printer sends this kiosk to another address (an HTTP redirect).`;
    case 'too-slow':
      return t`The printer took too long to answer.`;
    case 'certificate-changed':
      return t`The printer’s certificate isn’t the one that was confirmed. It may be another device.`;
    case 'no-such-queue':
      return t`There’s no such printer or queue at this address.`;
    case 'no-card-size':
      return t`The printer doesn’t offer card size (85.60 × 53.98 mm).`;
    case 'size-refused-behind': {
      // Two sizes of one name may differ by what is refused.
      const asked = measuresInWords(why.asked);
      const own = measuresInWords(why.own);
      return t({
        message: `This queue asks its printer for ${asked}. The printer has ${own} and refuses every other size.`,
        comment: 'Why a card was not printed. {asked} and {own} are sizes, like 53.98 × 85.60 mm.',
      });
    }
    case 'no-paper-size':
      return t`The printer offers neither Letter nor A4.`;
    case 'no-duplex':
      return t`The printer doesn’t print both sides.`;
    case 'no-format': {
      const { offers } = why;
      return t({
        message: `The printer accepts neither PDF nor raster as this kiosk makes them. It offers: ${offers}.`,
        comment:
          'Why this printer can’t be used. {offers} lists technical names of formats, like image/jpeg.',
      });
    }
    case 'no-jobs':
      return t`The printer doesn’t take jobs as this kiosk sends them (IPP Create-Job and Send-Document).`;
    case 'changed':
      return t`The printer’s setup has changed since it was chosen, so a card would come out wrong.`;
    case 'rejecting':
      return t`The printer isn’t accepting new jobs.`;
    case 'busy':
      return t`The printer is busy with something else.`;
    case 'job-refused': {
      const status = `0x${why.status.toString(16).padStart(4, '0')}`;
      return t({
        message: `The printer rejected the print job (status ${status}).`,
        comment: 'Why a card was not printed. {status} is a technical code, like 0x0507.',
      });
    }
    case 'spool':
      return t`The print queue may keep what is printed, or may not report how a print job ended.`;
    case 'not-drawable':
      return t`The card couldn’t be drawn for this printer.`;
    case 'test-card-unconfirmed':
      return t({
        message: 'Nobody has confirmed a test card from this print queue yet.',
        comment: 'Why a card was not printed. A test card is a printed sample.',
      });
    case 'earlier-card':
      return t`An earlier print job may still be in the printer, and may still produce a card.`;
    case 'not-sent':
      return t`Nothing was sent: someone stopped the print, or the printer didn’t respond in time.`;
    case 'not-on-this-system':
      return t`This kiosk’s system doesn’t support the kind of printer that was chosen.`;
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
      return t`Enter an address like ipp://192.0.2.17/ipp/print.`;
    case 'host-name':
      return t`Find the IP address on the printer’s panel.`;
    case 'unreachable':
      return t`Check that it’s turned on and its cable is plugged in.`;
    case 'wants-password':
      return t`Set the printer so this kiosk can print without a password. The kiosk keeps none.`;
    case 'wants-encryption':
      return t`Choose the printer again by an address that begins with ipps:// and compare its certificate.`;
    case 'moved':
      return t`Enter the address where the printer itself answers. This kiosk doesn’t follow redirects.`;
    case 'too-slow':
      return t`Wait until it stops moving, then try again. If that doesn’t help, turn it off and on.`;
    case 'certificate-changed':
      return t`Don’t use it until your IT staff have compared the fingerprint with the one on its panel.`;
    case 'rejecting':
      return t`The printer, or its print queue, has been closed to new jobs. Call your IT staff.`;
    case 'busy':
      return t`Wait until it stops moving, then try again.`;
    case 'job-refused':
      return t`Check its panel. If it shows nothing, call your IT staff.`;
    case 'not-drawable':
      return t`Check the note next to the card preview. If there is none, call your IT staff.`;
    case 'test-card-unconfirmed':
      return t({
        message:
          'A supervisor or IT staff must print a test card, check both sides, and confirm it on the Printers page.',
        comment:
          'What to do about a printer. A test card is a printed sample; Printers is a section of the supervisor’s area.',
      });
    case 'earlier-card':
      return t`Clear what is still in the printer, then try again.`;
    case 'not-sent':
      return t`Check that the printer is ready, then try again.`;
    case 'no-card-size':
      return t`Use another printer, or set this one to card size at its panel.`;
    case 'size-refused-behind': {
      const { address } = why;
      return t({
        message: `Choose the printer by its own address, ${address}.`,
        comment: 'What to do about a print queue. {address} is like ipp://192.0.2.17/ipp/print.',
      });
    }
    case 'no-paper-size':
      return t`Set it to Letter or A4 on its panel, or use another printer.`;
    case 'no-duplex':
      return t`Use another printer, or turn on this one’s flipper at its panel.`;
    case 'no-format':
      return t`Set it to accept application/pdf, or image/pwg-raster as srgb_8 or sgray_8 with the same dpi both ways, 100 to 1200.`;
    case 'changed':
      return t`A supervisor or IT staff must choose it again on the Printers page.`;
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

/**
 * What a clerk tells IT staff where only those can set the printer right: what is wrong and, where they need it, what to do.
 * `null`: whoever stands there can do something about it, or knows whom to ask.
 */
export function printerRefusalForItStaff(why: PrinterRefusal): readonly string[] | null {
  switch (why.kind) {
    case 'no-jobs':
    case 'no-such-queue':
    case 'not-a-printer':
    case 'not-on-this-system':
    case 'spool':
      return [printerRefusalInWords(why), ...printerRefusalReasons(why)];
    case 'host-name':
    case 'moved':
    case 'no-format':
    case 'not-an-address':
    case 'size-refused-behind':
    case 'wants-encryption':
    case 'wants-password':
      return [printerRefusalInWords(why), printerRefusalTodo(why)];
    default:
      return null;
  }
}
