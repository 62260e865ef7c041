import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import type { PrinterRole, PrintFormat, PrintMedia } from '../../../shared/contract/printing/printer.ts';
import type { PrinterStatus } from '../../../shared/contract/printing/printer-status.ts';
import { pageSizes, SIZE_TOLERANCE } from '../../../shared/paper/page-sizes.ts';
import { parsePrinterAddress } from '../../../shared/printing/address.ts';
import { unreachable } from '../../../shared/result.ts';

/** What its word "done" is worth. */
export function tellsInWords(tells: PrinterStatus['tells']): string {
  switch (tells) {
    case 'cards':
      return t({
        message: 'Reports when a card is done. You still confirm each card at handoff.',
        comment: 'Table cell about a printer. Handoff is giving the card to the applicant.',
      });
    case 'transfers':
      return t`Reports only that it received the data. After each card, the kiosk asks whether one came out.`;
    default:
      return unreachable(tells);
  }
}

/**
 * Who could read along between the kiosk and the printer. `isCompared`: somebody compared its certificate when the printer was
 * chosen; false while it is only looked at.
 */
export function wayThereInWords(address: string, role: PrinterRole = 'card', isCompared = true): string {
  const target = parsePrinterAddress(address);
  if (!target.ok)
    return t({
      message: 'Unknown.',
      comment: 'Table cell about a printer: nobody knows how the kiosk is connected to it.',
    });
  const { host, tls } = target.value;
  if (host === 'localhost' || host === '::1' || host.startsWith('127.')) {
    return t`Print jobs go to a program on this computer, which sends them to the printer. This kiosk can’t check that connection.`;
  }
  if (tls === null && role === 'ordinary')
    return t({
      message:
        'Not encrypted. Receipts, slips, and day sheets have no name, but the result of a name search does. A slip says why a card was denied.',
      comment: 'Table cell about the connection to a printer. The day sheet is the page with a day’s counts.',
    });
  if (tls === null)
    return t`Not encrypted: anyone on the network between the kiosk and the printer can read every card. Use an ipps:// address if the printer has one.`;
  return isCompared
    ? t`Encrypted, and only with the certificate you compared.`
    : t({
        message:
          'Encrypted. Before you use this printer, compare the fingerprint below with the one on its panel.',
        comment:
          'Table cell about the connection to a printer. The fingerprint is a short form of its certificate.',
      });
}

/** Whether a printer that gets a card in this format writes it down before it prints it. */
export function mayBeStored(format: PrintFormat, role: PrinterRole): boolean {
  return role === 'card' && format.kind === 'pdf';
}

/** How a card or a paper is sent. */
export function formatInWords(format: PrintFormat, role: PrinterRole): string {
  switch (format.kind) {
    case 'pdf':
      return mayBeStored(format, role)
        ? t`PDF only: the printer stores each card, and may keep one if it loses power`
        : t({
            message: 'PDF',
            comment:
              'Table cell about a printer: the format in which it gets a page. PDF is a technical name.',
          });
    case 'pwg-raster': {
      const { dotsPerInch } = format;
      return format.colour === 'srgb_8'
        ? t({
            message: `Raster, ${dotsPerInch} dpi, color`,
            comment:
              'Table cell about a printer: it gets a picture. {dotsPerInch} is a number; dpi is dots per inch.',
          })
        : t({
            message: `Raster, ${dotsPerInch} dpi, grayscale`,
            comment:
              'Table cell about a printer: it gets a picture in shades of gray. {dotsPerInch} is a number; dpi is dots per inch.',
          });
    }
    default:
      return unreachable(format);
  }
}

/** What people call a page of this size; null: no standard page is so large. */
function paperNameInWords({ widthHundredths, heightHundredths }: PrintMedia): string | null {
  const is = ([width, height]: readonly [number, number]): boolean =>
    Math.abs(widthHundredths - width) <= SIZE_TOLERANCE &&
    Math.abs(heightHundredths - height) <= SIZE_TOLERANCE;
  if (is(pageSizes.letter))
    return t({
      message: 'Letter (8.5 × 11 in)',
      comment: 'Table cell about a printer: the size of a page. Letter is its name; in is inches.',
    });
  if (is(pageSizes.a4))
    return t({
      message: 'A4 (210 × 297 mm)',
      comment: 'Table cell about a printer: the size of a page. A4 is its name; mm is millimeters.',
    });
  return null;
}

/** "Letter (8.5 × 11 in)", or "53.98 × 85.60 mm" of what has no name. */
export function sizeInWords(media: PrintMedia): string {
  return paperNameInWords(media) ?? measuresInWords(media);
}

/** "53.98 × 85.60 mm". */
export function measuresInWords({ widthHundredths, heightHundredths }: PrintMedia): string {
  const digits = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  const width = i18n.number(widthHundredths / 100, digits);
  const height = i18n.number(heightHundredths / 100, digits);
  return t({
    message: `${width} × ${height} mm`,
    comment: 'Table cell about a printer: the size of a card or a page, in millimeters.',
  });
}

/** The name of the printer, as this kiosk calls it. */
export function printerNameInWords(printer: Pick<PrinterStatus, 'driver' | 'name'>): string {
  return printer.driver === 'virtual'
    ? t`The built-in card printer`
    : (printer.name ??
        t({
          message: 'Printer',
          comment:
            'Stands for the name of the card printer where it has none; elsewhere a heading and a label above its name.',
        }));
}

/** What a driver means for those who use this kiosk; null where there is nothing to say. */
export function driverInWords(driver: PrinterStatus['driver']): string | null {
  switch (driver) {
    case 'virtual':
      return t`Built into the kiosk. It makes no card: it shows the finished card on the screen. If IT staff set a folder for it, it also leaves a picture and a PDF of each card there. For evaluation only.`;
    case 'ipp':
      return null;
    case 'os':
      return t({
        message: 'A system printer. This way of printing is untested, so a kiosk that uses it can’t go live.',
        comment: 'About a printer of the operating system. To go live is to begin serving real applicants.',
      });
    default:
      return unreachable(driver);
  }
}
