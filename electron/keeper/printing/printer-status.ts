import type {
  OrdinaryPrinterStatus,
  PrinterCondition,
  PrinterStatus,
  PrintProgress,
} from '../../../shared/contract/printing/printer-status.ts';
import type { PaperProgress } from '../papers/papers.ts';
import type { ChosenPrinter } from './chosen-printer.ts';

/** What the state of the printers is told from. */
export interface PrinterStatusPort {
  readonly printer: ChosenPrinter;
  readonly watch: { condition(): PrinterCondition };
  readonly testCard: { progress(): PrintProgress | null };
  readonly papers: { progress(): PaperProgress | null };
  readonly battery: { isLow(): boolean };
}

/** The card printer as the screens show it. */
export function printerStatus({
  printer: chosen,
  watch,
  testCard,
  battery,
}: PrinterStatusPort): PrinterStatus {
  const printer = chosen.now();
  const isIpp = printer.driver === 'ipp';
  return {
    driver: printer.driver,
    name: printer.driver === 'virtual' ? null : printer.name,
    address: isIpp ? printer.address : null,
    tells: isIpp ? printer.tells : 'cards',
    condition: watch.condition(),
    awaitsTestCard: chosen.awaitsTestCard(),
    testCard: testCard.progress(),
    batteryLow: battery.isLow(),
  };
}

/** The ordinary printer as the screens show it; null: none is chosen. */
export function ordinaryPrinterStatus({
  printer: chosen,
  papers,
}: PrinterStatusPort): OrdinaryPrinterStatus | null {
  const printer = chosen.ordinary();
  if (printer === null) return null;
  const { name, address, media } = printer;
  return { name, address, media, paper: papers.progress() };
}
