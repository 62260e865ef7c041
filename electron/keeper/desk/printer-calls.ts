import { createHash } from 'node:crypto';
import type { Handlers } from '../../../shared/contract/declare.ts';
import type { keeperCalls } from '../../../shared/contract/keeper.ts';
import type { Inspection, IppPrinter, PrinterRefusal } from '../../../shared/contract/printer.ts';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { ErrandOrder, ErrandReport } from '../printing/errands.ts';
import { actorOf } from './actor.ts';
import type { Desk, Occupant } from './desk.ts';
import { recordAct } from './record-act.ts';

type PrinterCalls = Pick<
  Handlers<typeof keeperCalls>,
  | 'inspectPrinter'
  | 'listQueues'
  | 'choosePrinter'
  | 'chooseBuiltInPrinter'
  | 'printTestCard'
  | 'identifyPrinter'
>;

const inUse = { kind: 'printer-in-use' } as const;

function refusedBy(why: PrinterRefusal): Refusal {
  return { kind: 'printer-refused', why };
}

/** What a printer is kept as, once nothing is missing. */
function settingsOf(found: Inspection, pin: string | null): IppPrinter | null {
  const { address, name, format, media, isQueue, tells, sides, scaling, missing } = found;
  if (missing.length > 0 || format === null || media === null || sides === null) return null;
  return { driver: 'ipp', address, pin, name, format, media, sides, scaling, isQueue, tells };
}

/** Looks at the chosen printer from now on, if it is one that can be looked at. */
export function lookAtPrinter(desk: Desk): void {
  const printer = desk.printer.now();
  desk.watch.look(printer.driver === 'ipp' ? printer : null);
}

/** Acts of staff on the printer. */
export function printerCalls(desk: Desk, occupant: Occupant): PrinterCalls {
  /** `read`: what was asked for, or null where the worker speaks of something else. */
  async function ask<Answer>(
    order: ErrandOrder,
    read: (report: ErrandReport) => Answer | null,
  ): Promise<Result<Answer, Refusal>> {
    if (desk.errands.busy()) return err(inUse);
    const report = await desk.errands.ask(order);
    if (report.kind === 'refused') return err(refusedBy(report.why));
    const answer = read(report);
    if (answer === null) throw new Error('a worker answered what it was not asked');
    return ok(answer);
  }

  function inspect(address: string, pin: string | null): Promise<Result<Inspection, Refusal>> {
    return ask({ kind: 'inspect', address, pin }, (report) =>
      report.kind === 'inspected' ? report.inspection : null,
    );
  }

  function choose(printer: IppPrinter | null): void {
    const by = actorOf(desk, occupant, 'choosePrinter').member;
    recordAct(desk, () => {
      desk.printer.choose(printer);
      const address = createHash('sha256')
        .update(printer?.address ?? '')
        .digest('hex');
      return {
        kind: 'printer-chosen',
        utc: desk.clock.now(),
        by,
        driver: printer?.driver ?? 'virtual',
        printer: address,
      };
    });
    desk.testCard.forget();
    lookAtPrinter(desk);
    desk.broadcast();
  }

  return {
    inspectPrinter: ({ address }) => inspect(address, null),
    listQueues: () =>
      ask({ kind: 'list-queues' }, (report) => (report.kind === 'queues' ? { queues: report.queues } : null)),
    async choosePrinter({ address, pin }) {
      const found = await inspect(address, pin);
      if (!found.ok) return found;
      const [missing] = found.value.missing;
      if (missing !== undefined) return err(refusedBy(missing));
      const settings = settingsOf(found.value, pin);
      // Without a pin a printer with a certificate was shown, not confirmed.
      if (settings === null || found.value.certificate !== pin)
        return err(refusedBy({ kind: 'certificate-changed' }));
      choose(settings);
      return ok({});
    },
    chooseBuiltInPrinter() {
      choose(null);
      return ok({});
    },
    printTestCard: () => (desk.testCard.print(desk.printer.now()) ? ok({}) : err(inUse)),
    identifyPrinter() {
      const printer = desk.printer.now();
      if (printer.driver !== 'ipp') return err({ kind: 'not-now' });
      return ask({ kind: 'identify', printer }, (report) => (report.kind === 'identified' ? {} : null));
    },
  };
}
