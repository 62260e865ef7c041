import type { ApplicationId, MemberId } from '../../../shared/contract/ids.ts';
import type { DayObstacle } from '../../../shared/contract/refusals.ts';
import type { CounterDayStatus } from '../../../shared/contract/status.ts';
import { roundFigure } from '../../../shared/ledger/rounding.ts';
import type { AskHolds } from '../holds/verdict.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { OpenApplicationRow, WipeRow } from '../vault/rows.ts';
import type { DayRows } from './day-rows.ts';
import { cardsUnderWay } from './waiting-cards.ts';

/**
 * Packing up: everything open that no legal hold keeps is ended, and when it is proven gone and the day is closed, the
 * kiosk is packed up. Kept in the vault, so that a power cut goes on with it. Until a day is opened nobody new is served.
 */
export interface PackUp {
  /** `applications`: how many the question said. Null: it has begun. */
  begin(by: MemberId, applications: number): DayObstacle | null;
  /** Ends what can be ended by now, and comes to its end where nothing is left: at each print's end, and in each round. */
  goOn(): void;
  /** Whether nobody new is served. */
  isOn(): boolean;
  status(): CounterDayStatus['packUp'];
}

/** What packing up needs of the kiosk. */
export interface PackUpPort {
  readonly vault: {
    open(): readonly OpenApplicationRow[];
    readonly wipes: { all(): readonly Pick<WipeRow, 'outcome'>[] };
  };
  readonly dayRows: DayRows;
  readonly holds: { readonly verdict: AskHolds };
  readonly wipes: { busy(): boolean };
  readonly outbox: Outbox;
  /** The open applications that may be ended now: none that is held, none whose card is being made. */
  endable(): readonly { readonly id: ApplicationId }[];
  /** @throws where the disk does not take it. */
  callOff(application: ApplicationId): void;
  onBug(where: string, error: unknown): void;
}

/** The packing up of one kiosk. */
export function createPackUp(port: PackUpPort): PackUp {
  const { vault, dayRows, holds, wipes, outbox, onBug } = port;
  const isFree = ({ id }: OpenApplicationRow): boolean => holds.verdict(id, null).kind === 'free';

  function endWhatCanBe(): void {
    for (const { id } of port.endable()) {
      // It has a transaction of its own: after a crash in between one is missing in a figure that is rounded.
      port.callOff(id);
      dayRows.addEnded(1);
    }
  }

  function finish(by: MemberId): void {
    outbox.record(({ utc }) => {
      dayRows.finishPackUp();
      return { kind: 'packed-up', utc, by, applications: roundFigure(dayRows.packUp()?.ended ?? 0) };
    });
  }

  function goOn(): void {
    const row = dayRows.packUp();
    if (row === null || row.done === 1) return;
    try {
      endWhatCanBe();
      if (vault.open().some(isFree) || wipes.busy() || dayRows.day() !== null) return;
      finish(row.by);
    } catch (error) {
      // The disk takes nothing: the next round tries again.
      onBug('packing up', error);
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
    status() {
      const row = dayRows.packUp();
      if (row === null) return null;
      const open = vault.open();
      return {
        isDone: row.done === 1,
        ended: row.ended,
        erasing: vault.wipes.all().filter(({ outcome }) => outcome === 'called-off').length,
        printing: cardsUnderWay(open.filter(isFree)),
        held: open.filter((each) => !isFree(each)).length,
      };
    },
  };
}
