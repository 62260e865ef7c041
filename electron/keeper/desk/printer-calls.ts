import { createHash } from 'node:crypto';
import type { Handlers } from '../../../shared/contract/declare.ts';
import type { keeperCalls } from '../../../shared/contract/keeper.ts';
import { type IppPrinter, mayBeThere } from '../../../shared/contract/printer.ts';
import { err, ok } from '../../../shared/result.ts';
import { actorOf } from './actor.ts';
import type { Desk, Occupant } from './desk.ts';
import { inUse, printerLook } from './printer-look.ts';
import { recordAct } from './record-act.ts';

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

/** Looks at the chosen printer from now on, if it is one that can be looked at. */
export function lookAtPrinter(desk: Desk): void {
  const printer = desk.printer.now();
  desk.watch.look(printer.driver === 'ipp' ? printer : null);
}

/** The ledger holds no text. */
function hashOf(address: string): string {
  return createHash('sha256').update(address).digest('hex');
}

/** Acts of staff on the card printer. */
export function printerCalls(desk: Desk, occupant: Occupant): PrinterCalls {
  const { ask, inspect, find } = printerLook(desk);

  function choose(printer: IppPrinter | null): void {
    const by = actorOf(desk, occupant, 'choosePrinter').member;
    recordAct(desk, () => {
      desk.printer.choose(printer);
      return {
        kind: 'printer-chosen',
        utc: desk.clock.now(),
        by,
        driver: printer?.driver ?? 'virtual',
        printer: hashOf(printer?.address ?? ''),
      };
    });
    desk.testCard.forget();
    lookAtPrinter(desk);
    desk.broadcast();
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
    printTestCard: () =>
      desk.testCard.print(desk.printer.now(), desk.policies.inForce.rules.card) ? ok({}) : err(inUse),
    confirmTestCard() {
      const printer = desk.printer.now();
      if (printer.driver !== 'ipp' || !desk.printer.awaitsTestCard()) return err({ kind: 'not-now' });
      if (!mayBeThere(desk.testCard.progress()?.ending ?? null)) return err({ kind: 'not-now' });
      const by = actorOf(desk, occupant, 'confirmTestCard').member;
      recordAct(desk, () => {
        desk.printer.testCardConfirmed();
        return {
          kind: 'test-card-confirmed',
          utc: desk.clock.now(),
          by,
          printer: hashOf(printer.address),
        };
      });
      desk.broadcast();
      return ok({});
    },
    identifyPrinter() {
      const printer = desk.printer.now();
      if (printer.driver !== 'ipp') return err({ kind: 'not-now' });
      return ask({ kind: 'identify', printer }, (report) => (report.kind === 'identified' ? {} : null));
    },
  };
}
