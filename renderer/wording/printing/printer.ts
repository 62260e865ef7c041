import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import type { PrinterRole, PrintFormat, PrintMedia } from '../../../shared/contract/printer.ts';
import type { PrinterStatus } from '../../../shared/contract/printer-status.ts';
import { parsePrinterAddress } from '../../../shared/printing/address.ts';
import { unreachable } from '../../../shared/result.ts';

/** What its word "done" is worth. */
export function tellsInWords(tells: PrinterStatus['tells']): string {
  switch (tells) {
    case 'cards':
      return t`It tells when a card is done. At the hand-over the card is asked for all the same.`;
    case 'transfers':
      return t`It tells only that it was handed the data. After every card the kiosk asks whether one came out.`;
    default:
      return unreachable(tells);
  }
}

/** Who could read along between the kiosk and the printer. */
export function wayThereInWords(address: string, role: PrinterRole = 'card'): string {
  const target = parsePrinterAddress(address);
  if (!target.ok) return t`Not known.`;
  const { host, tls } = target.value;
  if (host === 'localhost' || host === '::1' || host.startsWith('127.')) {
    return t`Within this machine, to a program that passes it on. How it gets from there to the printer, this kiosk does not see.`;
  }
  if (tls === null && role === 'ordinary')
    return t`Not encrypted. Receipts and day sheets contain no personal details.`;
  return tls === null
    ? t`Not encrypted: whoever is on the cable between the two can read every card. Prefer an address with ipps:// where the printer has one.`
    : t`Encrypted, and only with the certificate that was compared.`;
}

/** How a card or a paper is sent. */
export function formatInWords(format: PrintFormat, role: PrinterRole): string {
  switch (format.kind) {
    case 'pdf':
      return role === 'card'
        ? t`PDF only: it stores each card, and may keep one when it loses power`
        : t`PDF`;
    case 'pwg-raster': {
      const { dotsPerInch } = format;
      return format.colour === 'srgb_8'
        ? t`Dots, ${dotsPerInch} per inch, in colour`
        : t`Dots, ${dotsPerInch} per inch, in shades of grey`;
    }
    default:
      return unreachable(format);
  }
}

/** "53.98 × 85.60 mm". */
export function sizeInWords({ widthHundredths, heightHundredths }: PrintMedia): string {
  const digits = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  const width = i18n.number(widthHundredths / 100, digits);
  const height = i18n.number(heightHundredths / 100, digits);
  return t`${width} × ${height} mm`;
}

/** The name of the printer, as this kiosk calls it. */
export function printerNameInWords(printer: Pick<PrinterStatus, 'driver' | 'name'>): string {
  return printer.driver === 'virtual' ? t`The built-in card printer` : (printer.name ?? t`Printer`);
}

/** What a driver means for those who use this kiosk; null where there is nothing to say. */
export function driverInWords(driver: PrinterStatus['driver']): string | null {
  switch (driver) {
    case 'virtual':
      return t`It is part of the kiosk and shows the finished card on the screen. No card is made: it is for evaluation.`;
    case 'ipp':
      return null;
    case 'os':
      return t`A printer of this system. Nobody has tested this way of printing: such a kiosk cannot go live.`;
    default:
      return unreachable(driver);
  }
}
