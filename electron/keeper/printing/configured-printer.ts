import type { PrinterSettings } from '../../../shared/contract/printing/printer.ts';
import { NOBODY } from '../../../shared/ledger/nobody.ts';
import type { PresetPrinter } from '../../../shared/settings/preset.ts';
import type { KioskIdentity } from '../kiosk/kiosk-row.ts';
import type { EntryRecorder, Outbox } from '../outbox/outbox.ts';
import { asCardPrinter, type ChooseCardPrinterPort, chooseCardPrinter } from './choose-card-printer.ts';
import { createPrinterInspector } from './printer-inspector.ts';
import type { PrinterQuery, PrinterQueryReport } from './printer-queries.ts';

/** What choosing the printer of the settings needs of the kiosk. */
export interface ConfiguredPrinterPort extends ChooseCardPrinterPort {
  readonly kiosk: { read(): KioskIdentity | null };
  readonly printerQueries: { ask(order: PrinterQuery): Promise<PrinterQueryReport>; busy(): boolean };
  readonly outbox: EntryRecorder & { has: Outbox['has'] };
}

/** The card printer that the settings name. */
export interface ConfiguredPrinter {
  /** Chooses it, unless staff have ever chosen one, if it can be used now. Made with each round of the keeper. */
  round(): Promise<void>;
}

/** A printer that is off for a night is not asked every half minute of it: at most every 16 rounds. */
const MOST_ROUNDS = 16;

/**
 * Chooses the printer of the settings by the same checks as a supervisor's choice, and another one once the settings name another one: a
 * printer that was swapped has another certificate. Once staff have chosen a printer the settings say nothing any more. `say`: writes a
 * line into the log.
 */
export function createConfiguredPrinter(
  port: ConfiguredPrinterPort,
  configured: PresetPrinter | null,
  say: (line: string) => void,
): ConfiguredPrinter {
  const { find } = createPrinterInspector(port.printerQueries);
  let [rounds, next, pause] = [0, 0, 1];
  let told: string | null = null;
  const isSettled = (wanted: PresetPrinter): boolean =>
    isInUse(port.printer.now(), wanted) ||
    port.outbox.has('printer-chosen', (entry) => entry.kind === 'printer-chosen' && entry.by !== NOBODY);
  return {
    async round() {
      if (configured === null || port.kiosk.read() === null || isSettled(configured)) return;
      rounds += 1;
      if (rounds <= next || port.printerQueries.busy()) return;
      const found = await find(configured.address, configured.pin, 'card');
      // Somebody may have chosen meanwhile.
      if (isSettled(configured)) return;
      if (found.ok) {
        chooseCardPrinter(port, asCardPrinter(found.value), NOBODY);
        return;
      }
      [next, pause] = [rounds + pause - 1, Math.min(2 * pause, MOST_ROUNDS)];
      const why = found.error.kind === 'printer-refused' ? found.error.why.kind : found.error.kind;
      if (why !== told)
        say(`The card printer of the settings (${configured.address}) can’t be used: ${why}.`);
      told = why;
    },
  };
}

/** Whether cards are printed there already. With another certificate it is another printer. */
function isInUse(printer: PrinterSettings, { address, pin }: PresetPrinter): boolean {
  return printer.driver === 'ipp' && printer.address === address && printer.pin === pin;
}
