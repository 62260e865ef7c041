import type { CustodyKind } from '../../../shared/contract/custody.ts';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import { cardsUnderWay, type OpenState } from './waiting-cards.ts';

/** Why an act on the counter's day cannot be done now; null: it can. */
export interface DayObstacles {
  toOpening(): Refusal | null;
  toClosing(): Refusal | null;
  toPackingUp(): Refusal | null;
}

/** What may stand in the way of them. */
export interface DayObstaclesPort {
  readonly kiosk: {
    read(): { readonly custody: CustodyKind | null } | null;
    isPracticing(): boolean;
  };
  readonly time: { doubt(): unknown };
  readonly vault: { open(): readonly OpenState[] };
  readonly testCard: { isUnderWay(): boolean };
  readonly packing: { stillOpen(): number };
  readonly wipes: { busy(): boolean };
  readonly outbox: { flush(): void; waiting(): number };
}

/** The obstacles of one kiosk. */
export function createDayObstacles(port: DayObstaclesPort): DayObstacles {
  const { kiosk, time, vault, testCard, packing, wipes, outbox } = port;

  function toAny(): Refusal | null {
    if ((kiosk.read()?.custody ?? null) === null) return { kind: 'day-refused', why: 'not-live' };
    // Who is served then is invented, and counted nowhere.
    if (kiosk.isPracticing()) return { kind: 'day-refused', why: 'in-practice' };
    // No day has a date that nobody believes.
    return time.doubt() === null ? null : { kind: 'date-unconfirmed' };
  }

  /** The ledger must have all there is: it is what is counted. */
  function inLedger(): Refusal | null {
    outbox.flush();
    return outbox.waiting() === 0 ? null : { kind: 'day-refused', why: 'not-written' };
  }

  function toCounting(): Refusal | null {
    if (cardsUnderWay(vault.open()) > 0 || testCard.isUnderWay())
      return { kind: 'day-refused', why: 'card-printing' };
    // It may be of a card that was handed over: that is counted when it has ended.
    if (packing.stillOpen() > 0) return { kind: 'day-refused', why: 'still-open' };
    return wipes.busy() ? { kind: 'day-refused', why: 'erasing' } : null;
  }

  return {
    toOpening: () => toAny() ?? inLedger(),
    toClosing: () => toAny() ?? toCounting() ?? inLedger(),
    toPackingUp: toAny,
  };
}
