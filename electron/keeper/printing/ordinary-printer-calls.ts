import { createHash } from 'node:crypto';
import type { DaySheet } from '../../../shared/contract/counter-day/day-acts.ts';
import type { Answer, Handlers } from '../../../shared/contract/declare.ts';
import type { keeperCalls } from '../../../shared/contract/keeper.ts';
import type { Paper, RecordSearchPaper } from '../../../shared/contract/paper.ts';
import type { OrdinaryPrinter } from '../../../shared/contract/printing/printer.ts';
import type { Localized } from '../../../shared/programme/localized.ts';
import type { ResidentLanguage } from '../../../shared/residents/language.ts';
import { err, ok } from '../../../shared/result.ts';
import { feeReceiptOnPaper } from '../../../shared/slips/fee-receipt.ts';
import type { Occupant } from '../applications/occupants.ts';
import type { OfferedFeeReceipt } from '../endings/endings.ts';
import type { EntryRecorder } from '../outbox/outbox.ts';
import type { Session } from '../sessions/session.ts';
import { type ActorsPort, signedInActor } from '../staff/actor.ts';
import type { Papers } from './papers.ts';
import { printPaper } from './print-paper.ts';
import { createPrinterInspector } from './printer-inspector.ts';
import type { PrinterQueries } from './printer-queries.ts';

type OrdinaryPrinterCalls = Pick<
  Handlers<typeof keeperCalls>,
  | 'inspectOrdinaryPrinter'
  | 'chooseOrdinaryPrinter'
  | 'clearOrdinaryPrinter'
  | 'printReceipt'
  | 'printFeeReceipt'
  | 'printDaySheet'
  | 'printStatistics'
>;

/** What acts on the ordinary printer need of the kiosk. */
export interface OrdinaryPrinterPort extends ActorsPort {
  readonly printer: {
    ordinary(): OrdinaryPrinter | null;
    chooseOrdinary(printer: OrdinaryPrinter | null): void;
  };
  readonly printerQueries: PrinterQueries;
  readonly papers: Papers;
  readonly endings: {
    feeReceipt(): OfferedFeeReceipt | null;
    feeReceiptPrinted(paper: number): void;
  };
  readonly daySheets: { last(): DaySheet | null };
  readonly policies: { readonly inForce: { readonly rules: { readonly name: Localized } } };
  readonly pool: { shown(): Session | null };
  readonly outbox: EntryRecorder;
  readonly screens: { refresh(): void };
}

/** Acts of staff on the ordinary printer, and the papers that are printed on it. */
export function ordinaryPrinterCalls(port: OrdinaryPrinterPort, occupant: Occupant): OrdinaryPrinterCalls {
  const { inspect, find } = createPrinterInspector(port.printerQueries);

  function choose(printer: OrdinaryPrinter | null): void {
    const by = signedInActor(port).member;
    port.outbox.record(({ utc }) => {
      port.printer.chooseOrdinary(printer);
      const address = createHash('sha256')
        .update(printer?.address ?? '')
        .digest('hex');
      return { kind: 'ordinary-printer-chosen', utc, by, printer: address };
    });
    port.papers.forget();
    port.screens.refresh();
  }

  const print = (paper: Exclude<Paper, RecordSearchPaper>): Answer<{ number: number }> =>
    printPaper(port, occupant, () => paper);

  /** Whether this paper may be in somebody's hand: all but one of which the printer says that it did not print it. */
  function mayBeOut(number: number | null): boolean {
    const last = port.papers.progress();
    return number !== null && !(last?.number === number && last.ending?.kind === 'no-card');
  }

  /** Worded here, out of what the keeper knows: a page says which paper, and nothing that stands on it. */
  function printFeeReceipt(language: ResidentLanguage): Answer<{ number: number }> {
    const offered = port.endings.feeReceipt();
    if (offered === null) return err({ kind: 'not-now' });
    const { kiosk: kioskName, day, practice } = offered.receipt;
    const place = { programme: port.policies.inForce.rules.name, kioskName, day, practice };
    const isCopy = mayBeOut(offered.original);
    const printed = print(feeReceiptOnPaper(offered.fee, place, { language, isCopy }));
    if (printed.ok && !isCopy) port.endings.feeReceiptPrinted(printed.value.number);
    return printed;
  }

  return {
    inspectOrdinaryPrinter: ({ address }) => inspect(address, null, 'ordinary'),
    async chooseOrdinaryPrinter({ address, pin }) {
      const found = await find(address, pin, 'ordinary');
      if (!found.ok) return found;
      const { sides, ...device } = found.value;
      if (sides !== 'one-sided') throw new Error('an ordinary printer was found that prints cards');
      choose({ ...device, sides });
      return ok({});
    },
    clearOrdinaryPrinter() {
      choose(null);
      return ok({});
    },
    printReceipt: ({ paper }) => print(paper),
    printFeeReceipt: ({ language }) => printFeeReceipt(language),
    printStatistics: ({ paper }) => print(paper),
    printDaySheet({ sequence }) {
      const sheet = port.daySheets.last();
      return sheet?.sequence === sequence ? print(sheet.paper) : err({ kind: 'not-now' });
    },
  };
}
