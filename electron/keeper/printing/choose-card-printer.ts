import type { IppDevice, IppPrinter, PrinterSettings } from '../../../shared/contract/printing/printer.ts';
import type { EntryRecorder } from '../outbox/outbox.ts';

/** What choosing another card printer needs of the kiosk. */
export interface ChooseCardPrinterPort {
  readonly printer: {
    now(): PrinterSettings;
    choose(printer: IppPrinter | null): void;
    hashInLedger(role: 'card'): string;
  };
  readonly watch: { setPrinter(printer: IppPrinter | null): void };
  readonly testCard: { forget(): void };
  readonly outbox: EntryRecorder;
  readonly screens: { refresh(): void };
}

/** From now on cards are printed there; null: on the built-in printer. `by`: the member of staff who chose it, or nobody. */
export function chooseCardPrinter(port: ChooseCardPrinterPort, printer: IppPrinter | null, by: string): void {
  port.outbox.record(({ utc }) => {
    port.printer.choose(printer);
    const driver = printer?.driver ?? 'virtual';
    return { kind: 'printer-chosen', utc, by, driver, printer: port.printer.hashInLedger('card') };
  });
  port.testCard.forget();
  watchChosenPrinter(port);
  port.screens.refresh();
}

/** Looks at the chosen printer from now on, if it is one that can be looked at. */
export function watchChosenPrinter({
  printer: chosen,
  watch,
}: {
  readonly printer: { now(): PrinterSettings };
  readonly watch: { setPrinter(printer: IppPrinter | null): void };
}): void {
  const printer = chosen.now();
  watch.setPrinter(printer.driver === 'ipp' ? printer : null);
}

/** A printer that was found for cards. @throws where it is for papers. */
export function asCardPrinter({ sides, ...device }: IppDevice): IppPrinter {
  if (sides === 'one-sided') throw new Error('a card printer was found that prints one side');
  return { ...device, sides };
}
