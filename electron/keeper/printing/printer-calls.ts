import { createHash } from 'node:crypto';
import type { Handlers } from '../../../shared/contract/declare.ts';
import type { keeperCalls } from '../../../shared/contract/keeper.ts';
import type { PrinterSettings } from '../../../shared/contract/printing/printer.ts';
import { type IppPrinter, mayBeThere } from '../../../shared/contract/printing/printer.ts';
import { err, ok } from '../../../shared/result.ts';
import type { EntryRecorder } from '../outbox/outbox.ts';
import type { Policies } from '../policy/policies.ts';
import { type ActorsPort, signedInActor } from '../staff/actor.ts';
import type { ChosenPrinter } from './chosen-printer.ts';
import { createPrinterInspector } from './printer-inspector.ts';
import type { PrinterQueries } from './printer-queries.ts';
import type { TestCard } from './test-card.ts';

type PrinterCalls = Pick<
  Handlers<typeof keeperCalls>,
  | 'inspectPrinter'
  | 'listQueues'
  | 'choosePrinter'
  | 'chooseBuiltInPrinter'
  | 'printTestCard'
  | 'confirmTestCard'
  | 'identifyPrinter'
>;

/** What acts on the card printer need of the kiosk. */
export interface PrinterPort extends ActorsPort {
  readonly printer: ChosenPrinter;
  readonly printerQueries: PrinterQueries;
  readonly watch: { setPrinter(printer: IppPrinter | null): void };
  readonly testCard: TestCard;
  readonly policies: Policies;
  readonly outbox: EntryRecorder;
  readonly screens: { refresh(): void };
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

/** The ledger holds no text. */
function hashOf(address: string): string {
  return createHash('sha256').update(address).digest('hex');
}

/** Acts of staff on the card printer. */
export function printerCalls(port: PrinterPort): PrinterCalls {
  const { ask, inspect, find } = createPrinterInspector(port.printerQueries);

  function choose(printer: IppPrinter | null): void {
    const by = signedInActor(port).member;
    port.outbox.record(({ utc }) => {
      port.printer.choose(printer);
      return {
        kind: 'printer-chosen',
        utc,
        by,
        driver: printer?.driver ?? 'virtual',
        printer: hashOf(printer?.address ?? ''),
      };
    });
    port.testCard.forget();
    watchChosenPrinter(port);
    port.screens.refresh();
  }

  return {
    inspectPrinter: ({ address }) => inspect(address, null, 'card'),
    listQueues: () =>
      ask({ kind: 'list-queues' }, (report) => (report.kind === 'queues' ? { queues: report.queues } : null)),
    async choosePrinter({ address, pin }) {
      const found = await find(address, pin, 'card');
      if (!found.ok) return found;
      const { sides, ...device } = found.value;
      if (sides === 'one-sided') throw new Error('a card printer was found that prints one side');
      choose({ ...device, sides });
      return ok({});
    },
    chooseBuiltInPrinter() {
      choose(null);
      return ok({});
    },
    printTestCard() {
      const refusal = port.testCard.print(port.printer.now(), port.policies.inForce.rules.card);
      return refusal === null ? ok({}) : err(refusal);
    },
    confirmTestCard() {
      const printer = port.printer.now();
      if (printer.driver !== 'ipp' || !port.printer.awaitsTestCard()) return err({ kind: 'not-now' });
      if (!mayBeThere(port.testCard.progress()?.ending ?? null)) return err({ kind: 'not-now' });
      const by = signedInActor(port).member;
      port.outbox.record(({ utc }) => {
        port.printer.testCardConfirmed();
        return {
          kind: 'test-card-confirmed',
          utc,
          by,
          printer: hashOf(printer.address),
        };
      });
      port.screens.refresh();
      return ok({});
    },
    identifyPrinter() {
      const printer = port.printer.now();
      if (printer.driver !== 'ipp') return err({ kind: 'not-now' });
      return ask({ kind: 'identify', printer }, (report) => (report.kind === 'identified' ? {} : null));
    },
  };
}
