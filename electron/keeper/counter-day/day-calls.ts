import type { Handlers } from '../../../shared/contract/declare.ts';
import type { keeperCalls } from '../../../shared/contract/keeper.ts';
import type { DayObstacle } from '../../../shared/contract/refusals.ts';
import { drawerVerdict } from '../../../shared/counter-day/drawer.ts';
import type { DrawerDifference } from '../../../shared/ledger/reasons.ts';
import { err, ok } from '../../../shared/result.ts';
import type { EntryRecorder } from '../outbox/outbox.ts';
import { type ActorsPort, signedInActor } from '../staff/actor.ts';
import type { ClosingSheet } from './closing-sheet.ts';
import type { DayObstacles } from './day-obstacles.ts';
import type { DayRows } from './day-rows.ts';
import type { FiguresNow } from './figures-now.ts';
import type { PackUp } from './pack-up.ts';

type DayCalls = Pick<
  Handlers<typeof keeperCalls>,
  'openDay' | 'noteAddedBlanks' | 'dayFigures' | 'closeDay' | 'packUp'
>;

/** What acts on the counter's day need of the kiosk. */
export interface DayPort extends ActorsPort {
  readonly dayRows: DayRows;
  readonly figures: FiguresNow;
  readonly obstacles: DayObstacles;
  readonly packing: PackUp;
  readonly closingSheet: ClosingSheet;
  readonly outbox: EntryRecorder & { endDay(): void; waiting(): number };
  readonly screens: { refresh(): void };
}

const refused = (why: DayObstacle) => err({ kind: 'day-refused', why } as const);

/** Acts of a supervisor on the counter's day. They count things of the office, and name nobody. */
export function dayCalls(port: DayPort): DayCalls {
  const { dayRows, figures, obstacles, packing, outbox, screens } = port;

  function answered<Value>(value: Value) {
    screens.refresh();
    return ok(value);
  }

  return {
    openDay({ blanks }) {
      const obstacle = obstacles.toOpening();
      if (obstacle !== null) return err(obstacle);
      if (dayRows.day() !== null) return refused('already-open');
      const by = signedInActor(port).member;
      outbox.record(({ utc, day }) => {
        dayRows.open({ opened: utc, day, blanks, ...figures.start() });
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
      return day === null ? refused('not-open') : ok(figures.of(day));
    },
    closeDay({ blanks, expected, paid, blanksDifference, drawerCents, drawerDifference }) {
      const day = dayRows.day();
      if (day === null) return refused('not-open');
      const obstacle = obstacles.toClosing();
      if (obstacle !== null) return err(obstacle);
      const counted = figures.of(day);
      // A handoff in between leaves the blanks as they were, and adds a fee to what the drawer is compared with.
      if (counted.blanks.expected !== expected || counted.fees.paid !== paid)
        return refused('figures-changed');
      const drawer = drawerVerdict(counted.fees.expected, drawerCents);
      const isDrawerOff = drawer === 'short' || drawer === 'over';
      if (!isReasoned(blanks !== expected, blanksDifference) || !isReasoned(isDrawerOff, drawerDifference))
        return refused('reason-missing');
      const by = signedInActor(port).member;
      // The ledger has no number below zero: there its reason says that none left was not as expected.
      const closing = {
        ...{ blanks, expected: Math.max(0, expected), blanksDifference },
        ...{ drawer, drawerDifference },
      };
      const { added } = counted.blanks;
      // First, so that the entry of the closing, and the sheet, speak for all who were counted. Not before: whoever types another figure
      // comes back later, and somebody may be served until then.
      outbox.endDay();
      if (outbox.waiting() > 0) return refused('not-written');
      outbox.record(({ utc }) => {
        dayRows.close();
        return { kind: 'day-closed', utc, by, counterDay: day.day, added, ...closing };
      });
      // Before the sheet: it speaks for the ledger up to its own entry, and packing up ends with the day.
      packing.goOn();
      const sheet = port.closingSheet.take(by, { kind: 'closed', figures: counted, closing });
      return answered({ sheet });
    },
    packUp({ applications }) {
      const obstacle = obstacles.toPackingUp();
      if (obstacle !== null) return err(obstacle);
      const begun = packing.begin(signedInActor(port).member, applications);
      return begun === null ? answered({}) : refused(begun);
    },
  };
}

/** A difference has a reason, and only a difference. */
function isReasoned(isOff: boolean, reason: DrawerDifference): boolean {
  return isOff === (reason !== 'none');
}
