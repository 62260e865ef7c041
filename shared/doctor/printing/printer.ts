import { declareCheck } from '../check.ts';
import { type Finding, notRun, pass, warn } from '../finding.ts';

export const printer = declareCheck({
  id: 'printer',
  title: 'Printer',
  why: 'Without its printer a kiosk takes in applications that nobody can finish.',
  goLive: { kind: 'advice' },
  remedies: {
    queue: 'Set up the queue of the system, and print its test page.',
  },
});

export interface PrinterFacts {
  /** What the settings name; which printer staff chose is in the vault, which the kiosk alone opens. */
  readonly configured: 'built-in' | 'queue-of-system';
  /** The address of the card printer that the settings name, for whoever chooses it; null: they name none. */
  readonly named: string | null;
  /** USB devices that say that they are printers; null: this computer doesn’t tell. */
  readonly usbPrinters: number | null;
}

export function judgePrinter({ configured, named, usbPrinters }: PrinterFacts): Finding {
  if (configured === 'queue-of-system')
    return warn('A print queue of the system is set, as for demonstrations.', printer.remedies.queue);
  if (named !== null)
    return notRun(
      `The settings name ${named}, which isn’t asked here. It is chosen and tried on the Printers page.`,
    );
  if (usbPrinters === null || usbPrinters === 0)
    return notRun('No printer is at a USB port; one that is reached over the network isn’t asked here.');
  return pass(`${usbPrinters} at a USB port. Which one is used is chosen on the Printers page.`);
}
