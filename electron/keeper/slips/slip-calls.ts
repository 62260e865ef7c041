import type { ApplicationState } from '../../../shared/application/lifecycle.ts';
import type { CalendarDate } from '../../../shared/calendar.ts';
import type { Handlers } from '../../../shared/contract/declare.ts';
import type { Denial, SlipOrder } from '../../../shared/contract/denial.ts';
import type { ApplicationId, PolicyHash } from '../../../shared/contract/ids.ts';
import type { keeperCalls } from '../../../shared/contract/keeper.ts';
import type { SlipPaper } from '../../../shared/contract/paper.ts';
import type { OrdinaryPrinter } from '../../../shared/contract/printing/printer.ts';
import type { CompletePolicy } from '../../../shared/programme/complete.ts';
import { isEnoughForSomebody } from '../../../shared/programme/documents/enough-for-somebody.ts';
import { OLD_CARD_TAKEN_IN } from '../../../shared/programme/documents/shown-documents.ts';
import { err, ok, unreachable } from '../../../shared/result.ts';
import { denialSlip, slipLanguages } from '../../../shared/slips/denial-slip.ts';
import { pickUpSlip } from '../../../shared/slips/pick-up-slip.ts';
import type { Occupant } from '../applications/occupants.ts';
import { applicationIn, recordOf } from '../applications/open-record.ts';
import { inUse } from '../printing/printer-inspector.ts';
import type { Session } from '../sessions/session.ts';
import type { ApplicationRow } from '../vault/rows.ts';

type SlipCalls = Pick<Handlers<typeof keeperCalls>, 'printSlip'>;

/** What printing slips needs of the kiosk. */
export interface SlipPort {
  readonly vault: { find(application: ApplicationId): ApplicationRow | null };
  readonly policies: { of(hash: PolicyHash): { readonly rules: CompletePolicy } };
  readonly kiosk: { read(): { readonly name: string } | null; isPracticing(): boolean };
  readonly clock: { today(): CalendarDate };
  readonly denials: { of(occupant: Occupant): Denial | null };
  readonly printer: { ordinary(): OrdinaryPrinter | null };
  /** The paper's number; null: another one is under way. */
  readonly papers: { print(printer: OrdinaryPrinter, paper: SlipPaper): number | null };
  readonly pool: { shown(): Session | null };
}

/** Those whose card is on its way or lies ready. */
const WAITING: readonly ApplicationState['kind'][] = ['queued', 'printing', 'printed'];

/** Each once and in the policy's order: a list that a page could say nothing else by. */
function isInOrder(way: readonly string[], known: readonly string[]): boolean {
  const places = way.map((id) => known.indexOf(id));
  return places.every((place, index) => place >= 0 && place > (places[index - 1] ?? -1));
}

/** What the policy would take from somebody: nobody is sent for papers that are not enough. */
function mayBeTold(policy: CompletePolicy, way: readonly string[]): boolean {
  const known = [OLD_CARD_TAKEN_IN, ...policy.documents.map(({ id }) => id)];
  return isInOrder(way, known) && isEnoughForSomebody(policy, way);
}

/**
 * Slips are printed from a session that knows somebody, so the keeper words them itself, out of the policy and what it
 * knows: no page or core says anything on paper.
 */
export function slipCalls(port: SlipPort, occupant: Occupant): SlipCalls {
  const { vault, policies, kiosk, clock, denials, printer, papers, pool } = port;

  /** Null: nothing stands here that such a slip is about, or it says what the policy does not. */
  function slipOf(order: SlipOrder): SlipPaper | null {
    const { row, state } = recordOf(vault, applicationIn(occupant));
    const { rules } = policies.of(row.policy);
    const kioskName = kiosk.read()?.name;
    if (kioskName === undefined) throw new Error('an application is open before set-up');
    const practice = kiosk.isPracticing();
    switch (order.kind) {
      case 'denial': {
        const denial = denials.of(occupant);
        const isTrue =
          slipLanguages(rules).includes(order.language) && order.ways.every((way) => mayBeTold(rules, way));
        return denial === null || !isTrue
          ? null
          : denialSlip(rules, kioskName, denial, { ...order, practice });
      }
      case 'pick-up': {
        if (!WAITING.includes(state.kind)) return null;
        const told = { ticket: row.ticket, day: clock.today(), kioskName, practice };
        return pickUpSlip(told, order.language);
      }
      default:
        return unreachable(order);
    }
  }

  return {
    printSlip(order) {
      const ordinary = printer.ordinary();
      if (ordinary === null) return err({ kind: 'no-ordinary-printer' });
      const slip = slipOf(order);
      if (slip === null || pool.shown() !== occupant.session) return err({ kind: 'not-now' });
      const number = papers.print(ordinary, slip);
      return number === null ? err(inUse) : ok({ number });
    },
  };
}
