import type { Handlers } from '../../../shared/contract/declare.ts';
import type { keeperCalls } from '../../../shared/contract/keeper.ts';
import { type IppPrinter, mayBeThere } from '../../../shared/contract/printing/printer.ts';
import { err, ok } from '../../../shared/result.ts';
import type { EntryRecorder } from '../outbox/outbox.ts';
import type { Policies } from '../policy/policies.ts';
import { type ActorsPort, signedInActor } from '../staff/actor.ts';
import { asCardPrinter, chooseCardPrinter } from './choose-card-printer.ts';
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

/** Acts of staff on the card printer. */
export function printerCalls(port: PrinterPort): PrinterCalls {
  const { ask, inspect, find } = createPrinterInspector(port.printerQueries);

  const choose = (printer: IppPrinter | null): void =>
    chooseCardPrinter(port, printer, signedInActor(port).member);

  return {
    inspectPrinter: ({ address }) => inspect(address, null, 'card'),
    listQueues: () =>
      ask({ kind: 'list-queues' }, (report) => (report.kind === 'queues' ? { queues: report.queues } : null)),
    async choosePrinter({ address, pin }) {
      const found = await find(address, pin, 'card');
      if (!found.ok) return found;
      choose(asCardPrinter(found.value));
      return ok({});
    },
    chooseBuiltInPrinter() {
      // No screen of a release offers it.
      if (!port.printer.mayGoBack()) return err({ kind: 'not-now' });
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
          printer: port.printer.hashInLedger('card'),
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
