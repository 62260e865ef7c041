import { createHash } from 'node:crypto';
import type { Answer, Handlers } from '../../../shared/contract/declare.ts';
import type { keeperCalls } from '../../../shared/contract/keeper.ts';
import type { Paper } from '../../../shared/contract/paper.ts';
import type { OrdinaryPrinter } from '../../../shared/contract/printer.ts';
import { err, ok } from '../../../shared/result.ts';
import { actorOf } from './actor.ts';
import type { Desk, Occupant } from './desk.ts';
import { inUse, printerLook } from './printer-look.ts';
import { recordAct } from './record-act.ts';

type OrdinaryPrinterCalls = Pick<
  Handlers<typeof keeperCalls>,
  | 'inspectOrdinaryPrinter'
  | 'chooseOrdinaryPrinter'
  | 'clearOrdinaryPrinter'
  | 'printReceipt'
  | 'printDaySheet'
>;

/** Acts of staff on the ordinary printer, and the papers that are printed on it. */
export function ordinaryPrinterCalls(desk: Desk, occupant: Occupant): OrdinaryPrinterCalls {
  const { inspect, find } = printerLook(desk);

  function choose(printer: OrdinaryPrinter | null): void {
    const by = actorOf(desk, occupant, 'chooseOrdinaryPrinter').member;
    recordAct(desk, () => {
      desk.printer.chooseOrdinary(printer);
      const address = createHash('sha256')
        .update(printer?.address ?? '')
        .digest('hex');
      return { kind: 'ordinary-printer-chosen', utc: desk.clock.now(), by, printer: address };
    });
    desk.papers.forget();
    desk.broadcast();
  }

  function print(paper: Paper): Answer<{ number: number }> {
    const printer = desk.printer.ordinary();
    if (printer === null) return err({ kind: 'no-ordinary-printer' });
    // Only what somebody sees is printed; and a session that ever had an applicant has words that no paper may carry,
    // also while that application is being wiped.
    if (desk.pool.shown() !== occupant.session || occupant.used) return err({ kind: 'not-now' });
    const number = desk.papers.print(printer, paper);
    return number === null ? err(inUse) : ok({ number });
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
    printDaySheet: ({ paper }) => print(paper),
  };
}
