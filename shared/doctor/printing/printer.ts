import { declareCheck } from '../check.ts';
import { type Finding, notRun, pass, warn } from '../finding.ts';

export const printer = declareCheck({
  id: 'printer',
  title: 'Printer',
  why: 'Without its printer a kiosk takes in applications that nobody can finish.',
  goLive: { kind: 'advice' },
  remedies: {
    choose:
      'Choose the card printer on the Printers page of the supervisor’s area. No file names it on Linux.',
    queue: 'Set up the queue of the system, and print its test page.',
  },
});

export interface PrinterFacts {
  /** What the settings name; which printer staff chose is in the vault, which the kiosk alone opens. */
  readonly configured: 'built-in' | 'queue-of-system';
  /** USB devices that say that they are printers; null: this computer doesn’t tell. */
  readonly usbPrinters: number | null;
}

export function judgePrinter({ configured, usbPrinters }: PrinterFacts): Finding {
  if (configured === 'queue-of-system')
    return warn('A print queue of the system is set, as for demonstrations.', printer.remedies.queue);
  if (usbPrinters === null || usbPrinters === 0)
    return notRun('No printer is at a USB port; one that is reached over the network isn’t asked here.');
  return pass(`${usbPrinters} at a USB port. Which one is used is chosen on the Printers page.`);
}
