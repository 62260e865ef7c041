import { declareCheck } from '../check.ts';
import { type Finding, notRun, warn } from '../finding.ts';

export const printer = declareCheck({
  id: 'printer',
  title: 'Printers and media',
  why: 'Without its printer a kiosk takes in applications that nobody can finish.',
  goLive: { kind: 'advice' },
  remedies: {
    queue: 'Set up the queue of the system, and print its test page.',
  },
});

export interface PrinterFacts {
  /** What the settings name; which printers staff chose is in the vault, which the kiosk alone opens. */
  readonly configured: 'built-in' | 'queue-of-system';
  /** The addresses that the settings name for cards and for papers, for whoever chooses a printer; null: they name none. */
  readonly cardPrinter: string | null;
  readonly ordinaryPrinter: string | null;
  /** USB devices that say that they are printers; null: this computer doesn’t tell. */
  readonly usbPrinters: number | null;
}

/** Nothing is sent, so no printer is asked what it has loaded; and whatever is at a USB port may be any printer. */
export function judgePrinter({
  configured,
  cardPrinter,
  ordinaryPrinter,
  usbPrinters,
}: PrinterFacts): Finding {
  if (configured === 'queue-of-system')
    return warn('A print queue of the system is set, as for demonstrations.', printer.remedies.queue);
  const named = [
    ...(cardPrinter === null ? [] : [`${cardPrinter} for cards`]),
    ...(ordinaryPrinter === null ? [] : [`${ordinaryPrinter} for papers`]),
  ];
  const settings =
    named.length === 0 ? 'The settings name no printer.' : `The settings name ${named.join(' and ')}.`;
  const atUsb = usbPrinters === null || usbPrinters === 0 ? '' : ` ${usbPrinters} at a USB port.`;
  return notRun(
    `${settings}${atUsb} The Printers page tells which ones are chosen, how they are and what they have loaded.`,
  );
}
