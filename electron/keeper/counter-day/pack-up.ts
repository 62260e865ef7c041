import type { MemberId } from '../../../shared/contract/ids.ts';
import type { DayObstacle } from '../../../shared/contract/refusals.ts';
import type { CounterDayStatus } from '../../../shared/contract/status.ts';
import { roundFigure } from '../../../shared/ledger/rounding.ts';
import type { CallOff } from '../endings/call-off.ts';
import type { AskHolds } from '../holds/verdict.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { OrphanRow } from '../printing/job-rows.ts';
import type { OpenApplicationRow } from '../vault/rows.ts';
import type { DayRows } from './day-rows.ts';
import { cardsUnderWay } from './waiting-cards.ts';

/**
 * Packing up: everything open that no legal hold keeps is ended. When record and session of each are proven gone, or a legal
 * hold keeps them, and the day is closed, the kiosk is packed up; a printer's side may wait longer, and is told of. What a hold
 * kept ends once that is lifted (docs/decisions/0091). Kept in the vault, so that a power cut goes on with it. Until a day is
 * opened nobody new is served.
 */
export interface PackUp {
  /** `applications`: how many the question said. Null: it has begun. */
  begin(by: MemberId, applications: number): DayObstacle | null;
  /** Ends what can be ended by now, and comes to its end where nothing is left: at each print's end, when a hold is lifted, and in each round. */
  goOn(): void;
  /** Whether nobody new is served. */
  isOn(): boolean;
  /** How many open applications are still to be ended. */
  stillOpen(): number;
  status(): CounterDayStatus['packUp'];
}

/** What packing up needs of the kiosk. */
export interface PackUpPort {
  readonly vault: { open(): readonly OpenApplicationRow[]; readonly wipes: { all(): readonly unknown[] } };
  readonly dayRows: DayRows;
  readonly holds: { readonly verdict: AskHolds };
  readonly wipes: {
    busy(): boolean;
    underWay(): number;
    stopped(): number;
  };
  readonly jobRows: { orphans(): readonly OrphanRow[] };
  readonly outbox: Outbox;
  readonly callOff: CallOff;
  /** It is tried again at the next round; whoever is told must show it. */
  failed(error: unknown): void;
}

/** The packing up of one kiosk. */
export function createPackUp(port: PackUpPort): PackUp {
  const { vault, dayRows, holds, wipes, outbox, callOff, failed } = port;
  const isFree = ({ id }: OpenApplicationRow): boolean => holds.verdict(id, null).kind === 'free';

  const stillOpen = (): number => (dayRows.packUp() === null ? 0 : vault.open().filter(isFree).length);

  function finish(by: MemberId): void {
    // Nobody comes any more with whom an entry could wait.
    outbox.endDay();
    outbox.record(({ utc }) => {
      dayRows.finishPackUp();
      return { kind: 'packed-up', utc, by, applications: roundFigure(dayRows.packUp()?.ended ?? 0) };
    });
  }

  /** Somebody signs in only later, or a printer that was off answers: what came to rest by then goes when no more is to come. */
  function letGo(): void {
    if (vault.wipes.all().length === 0 && outbox.resting().length > 0) outbox.endDay();
  }

  function goOn(): void {
    try {
      const row = dayRows.packUp();
      if (row === null) return;
      // Each has a transaction of its own: after a crash in between one is missing in a figure that is rounded.
      callOff.all(() => dayRows.addEnded(1));
      if (row.done === 1) letGo();
      else if (!vault.open().some(isFree) && !wipes.busy() && dayRows.day() === null) finish(row.by);
    } catch (error) {
      // The disk takes nothing: the next round tries again.
      failed(error);
    }
  }

  return {
    begin(by, applications) {
      if (dayRows.packUp() !== null) return 'already-packed-up';
      if (vault.open().filter(isFree).length !== applications) return 'figures-changed';
      dayRows.beginPackUp(by);
      goOn();
      return null;
    },
    goOn,
    isOn: () => dayRows.packUp() !== null,
    stillOpen,
    status() {
      const row = dayRows.packUp();
      if (row === null) return null;
      const open = vault.open();
      const printing = cardsUnderWay(open.filter(isFree));
      return {
        isDone: row.done === 1,
        ended: row.ended,
        open: Math.max(0, stillOpen() - printing),
        erasing: wipes.underWay(),
        printing,
        stopped: wipes.stopped(),
        held: open.filter((each) => !isFree(each)).length,
        printJobs: port.jobRows.orphans().length,
      };
    },
  };
}
