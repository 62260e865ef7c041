import type { Handlers } from '../../../shared/contract/declare.ts';
import type { keeperCalls } from '../../../shared/contract/keeper.ts';
import type { OrdinaryPrinter } from '../../../shared/contract/printing/printer.ts';
import { ok } from '../../../shared/result.ts';
import type { EntryRecorder } from '../outbox/outbox.ts';
import { type ActorsPort, signedInActor } from '../staff/actor.ts';
import { createPrinterInspector } from './printer-inspector.ts';
import type { PrinterQueries } from './printer-queries.ts';

type OrdinaryPrinterCalls = Pick<
  Handlers<typeof keeperCalls>,
  'inspectOrdinaryPrinter' | 'chooseOrdinaryPrinter' | 'clearOrdinaryPrinter'
>;

/** What choosing the ordinary printer needs of the kiosk. */
export interface OrdinaryPrinterPort extends ActorsPort {
  readonly printer: {
    chooseOrdinary(printer: OrdinaryPrinter | null): void;
    hashInLedger(role: 'ordinary'): string;
  };
  readonly printerQueries: PrinterQueries;
  readonly papers: { forget(): void };
  readonly outbox: EntryRecorder;
  readonly screens: { refresh(): void };
}

/** Acts of staff on the ordinary printer itself. */
export function ordinaryPrinterCalls(port: OrdinaryPrinterPort): OrdinaryPrinterCalls {
  const { inspect, find } = createPrinterInspector(port.printerQueries);

  function choose(printer: OrdinaryPrinter | null): void {
    const by = signedInActor(port).member;
    port.outbox.record(({ utc }) => {
      port.printer.chooseOrdinary(printer);
      return { kind: 'ordinary-printer-chosen', utc, by, printer: port.printer.hashInLedger('ordinary') };
    });
    port.papers.forget();
    port.screens.refresh();
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
  };
}
