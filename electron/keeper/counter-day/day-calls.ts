import type { CalendarDate } from '../../../shared/calendar.ts';
import type { DayFigures, DaySheet } from '../../../shared/contract/counter-day/day-acts.ts';
import type { CustodyKind } from '../../../shared/contract/custody.ts';
import type { Handlers } from '../../../shared/contract/declare.ts';
import type { MemberId } from '../../../shared/contract/ids.ts';
import type { keeperCalls } from '../../../shared/contract/keeper.ts';
import type { DayObstacle, Refusal } from '../../../shared/contract/refusals.ts';
import { drawerVerdict } from '../../../shared/counter-day/drawer.ts';
import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import type { DifferenceReason } from '../../../shared/ledger/reasons.ts';
import type { CompletePolicy } from '../../../shared/programme/complete.ts';
import { err, ok } from '../../../shared/result.ts';
import type { DayOnSheet } from '../../../shared/slips/day-sheet.ts';
import type { DaySheets } from '../ledger/day-sheets.ts';
import type { EntryRecorder } from '../outbox/outbox.ts';
import { type ActorsPort, signedInActor } from '../staff/actor.ts';
import { figuresOf, openingsOf, tally } from './day-figures.ts';
import type { DayRows, OpenDay } from './day-rows.ts';
import type { PackUp } from './pack-up.ts';
import { cardsUnderWay, cardsWaiting, type WaitingPort } from './waiting-cards.ts';

type DayCalls = Pick<
  Handlers<typeof keeperCalls>,
  'openDay' | 'noteAddedBlanks' | 'dayFigures' | 'closeDay' | 'packUp'
>;

/** What the figures of a day are told from. */
export interface FiguresPort extends WaitingPort {
  readonly dayRows: DayRows;
  readonly ledger: {
    head(): { readonly sequence: number } | undefined;
    since(sequence: number): Iterable<LedgerEntry>;
    ofKind(kind: 'day-opened'): readonly LedgerEntry[];
  };
  readonly policies: { readonly inForce: { readonly rules: CompletePolicy } };
  readonly clock: { today(): CalendarDate };
}

/** What acts on the counter's day need of the kiosk. */
export interface DayPort extends FiguresPort, ActorsPort {
  readonly kiosk: {
    read(): { readonly custody: CustodyKind | null } | null;
    isPracticing(): boolean;
  };
  readonly time: { doubt(): unknown };
  readonly wipes: { busy(): boolean };
  readonly testCard: { isUnderWay(): boolean };
  readonly daySheets: DaySheets;
  readonly packing: PackUp;
  readonly outbox: EntryRecorder & { flush(): void; waiting(): number };
  readonly screens: { refresh(): void };
}

/** The figures of the open day, as of now. */
export function figuresNow(port: FiguresPort, day: OpenDay): DayFigures {
  return figuresOf({
    day,
    opening: openingsOf(day.day, port.ledger.ofKind('day-opened')),
    counted: tally(port.ledger.since(day.ledger_entry)),
    waiting: cardsWaiting(port),
    policy: port.policies.inForce.rules,
    today: port.clock.today(),
  });
}

const refused = (why: DayObstacle) => err({ kind: 'day-refused', why } as const);

/** Acts of a supervisor on the counter's day. They count things of the office, and name nobody. */
export function dayCalls(port: DayPort): DayCalls {
  const { dayRows, outbox, screens } = port;

  function answered<Value>(value: Value) {
    screens.refresh();
    return ok(value);
  }

  return {
    openDay({ blanks }) {
      const obstacle = obstacleToBoth(port) ?? obstacleInLedger(port);
      if (obstacle !== null) return err(obstacle);
      if (dayRows.day() !== null) return refused('already-open');
      const by = signedInActor(port).member;
      outbox.record(({ utc, day }) => {
        // Nothing is pending: so it is the next entry, also where the ledger takes it only later.
        const ledger_entry = (port.ledger.head()?.sequence ?? 0) + 1;
        dayRows.open({ opened: utc, day, ledger_entry, blanks, waiting: cardsWaiting(port) });
        dayRows.unpack();
        return { kind: 'day-opened', utc, by, counterDay: day, blanks };
      });
      return answered({});
    },
    noteAddedBlanks({ added }) {
      if (dayRows.day() === null) return refused('not-open');
      dayRows.setAdded(added);
      return answered({});
    },
    dayFigures() {
      const day = dayRows.day();
      return day === null ? refused('not-open') : ok(figuresNow(port, day));
    },
    closeDay({ blanks, expected, blanksDifference, drawerCents, drawerDifference }) {
      const day = dayRows.day();
      if (day === null) return refused('not-open');
      const obstacle = obstacleToBoth(port) ?? obstacleToClosing(port);
      if (obstacle !== null) return err(obstacle);
      const figures = figuresNow(port, day);
      if (figures.blanks.expected !== expected) return refused('figures-changed');
      const drawer = drawerVerdict(figures.fees.expected, drawerCents);
      const isDrawerOff = drawer === 'short' || drawer === 'over';
      if (!isReasoned(blanks !== expected, blanksDifference) || !isReasoned(isDrawerOff, drawerDifference))
        return refused('reason-missing');
      const by = signedInActor(port).member;
      const closing = { blanks, expected, blanksDifference, drawer, drawerDifference };
      const { added } = figures.blanks;
      outbox.record(({ utc }) => {
        dayRows.close();
        return { kind: 'day-closed', utc, by, counterDay: day.day, added, ...closing };
      });
      // Before the sheet: it speaks for the ledger up to its own entry, and packing up ends with the day.
      port.packing.goOn();
      const sheet = sheetOf(port, by, { kind: 'closed', figures, closing });
      return answered({ sheet });
    },
    packUp({ applications }) {
      const obstacle = obstacleToBoth(port);
      if (obstacle !== null) return err(obstacle);
      const begun = port.packing.begin(signedInActor(port).member, applications);
      return begun === null ? answered({}) : refused(begun);
    },
  };
}

/** Null: the ledger's disk does not take the entries, and a code would speak for the ledger from before the closing. */
function sheetOf(
  { outbox, ledger, daySheets }: DayPort,
  by: MemberId,
  day: Extract<DayOnSheet, { readonly kind: 'closed' }>,
): DaySheet | null {
  daySheets.owe(day);
  if (outbox.waiting() > 0) return null;
  const entries = ledger.head()?.sequence ?? 0;
  outbox.record(({ utc }) => ({ kind: 'checkpoint-taken', utc, by, way: 'day-sheet', entries }));
  return outbox.waiting() > 0 ? null : daySheets.make(day);
}

/** A difference has a reason, and only a difference. */
function isReasoned(isOff: boolean, reason: DifferenceReason): boolean {
  return isOff === (reason !== 'none');
}

function obstacleToBoth({ kiosk, time }: DayPort): Refusal | null {
  if ((kiosk.read()?.custody ?? null) === null) return { kind: 'day-refused', why: 'not-live' };
  // Who is served then is invented, and counted nowhere.
  if (kiosk.isPracticing()) return { kind: 'day-refused', why: 'in-practice' };
  // No day has a date that nobody believes.
  return time.doubt() === null ? null : { kind: 'date-unconfirmed' };
}

function obstacleToClosing(port: DayPort): Refusal | null {
  if (cardsUnderWay(port.vault.open()) > 0 || port.testCard.isUnderWay())
    return { kind: 'day-refused', why: 'card-printing' };
  // It may be of a card that was handed over: that is counted when it has ended.
  if (port.packing.stillOpen() > 0) return { kind: 'day-refused', why: 'still-open' };
  if (port.wipes.busy()) return { kind: 'day-refused', why: 'erasing' };
  return obstacleInLedger(port);
}

/** The ledger must have all there is: it is what is counted. */
function obstacleInLedger({ outbox }: DayPort): Refusal | null {
  outbox.flush();
  return outbox.waiting() === 0 ? null : { kind: 'day-refused', why: 'not-written' };
}
