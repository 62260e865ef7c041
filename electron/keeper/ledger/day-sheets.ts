import type { CalendarDate } from '../../../shared/calendar.ts';
import type { DaySheet, SavedHealth } from '../../../shared/contract/counter-day/day-acts.ts';
import { type Checkpoint, fingerprint } from '../../../shared/ledger/checkpoint.ts';
import { shortCodeOf } from '../../../shared/ledger/short-checkpoint.ts';
import { type DayOnSheet, daySheetOnPaper, type SheetMoment } from '../../../shared/slips/day-sheet.ts';
import { codeOfCheckpoint } from './checkpoint-code.ts';
import { publicKeyHash } from './signatures.ts';

type ClosedDay = Extract<DayOnSheet, { readonly kind: 'closed' }>;

/** Day sheets, worded here out of what the keeper knows: a page says which one is printed, and nothing that stands on it. */
export interface DaySheets {
  /** A day was closed: the next sheet is its own, whenever that is made. Until the ledger has its entry none may be. */
  owe(day: ClosedDay): void;
  /**
   * The sheet of the ledger's head as it is now: of the day that is owed one, else of `now`. The health record is written beside it.
   * @throws on an unopened ledger.
   */
  make(now: DayOnSheet): DaySheet;
  /** The one that was made last, while this keeper runs. */
  last(): DaySheet | null;
}

/** What day sheets tell of. */
export interface DaySheetsPort {
  readonly ledger: { checkpoint(): Checkpoint | undefined };
  readonly kiosk: { read(): { readonly name: string } | null };
  readonly clock: {
    now(): number;
    today(): CalendarDate;
    timeAt(moment: number): string;
  };
  readonly vault: { open(): readonly unknown[] };
  /** Writes the health record beside a sheet of this day. */
  readonly health: { write(day: DayOnSheet): SavedHealth };
}

/** The day sheets of one keeper. */
export function createDaySheets({ ledger, kiosk, clock, vault, health }: DaySheetsPort): DaySheets {
  let last: DaySheet | null = null;
  let owed: { readonly day: ClosedDay; readonly moment: SheetMoment } | null = null;
  const momentNow = (): SheetMoment => ({
    ...{ day: clock.today(), time: clock.timeAt(clock.now()), open: vault.open().length },
  });
  return {
    owe(day) {
      owed = { day, moment: momentNow() };
    },
    make(now) {
      const checkpoint = ledger.checkpoint();
      if (checkpoint === undefined) throw new Error('a ledger with entries has no checkpoint');
      const { sequence, hash } = checkpoint;
      const head = {
        ...{
          sequence,
          hash,
          short: shortCodeOf({ sequence, hash }),
          key: fingerprint(publicKeyHash(checkpoint)),
        },
        code: codeOfCheckpoint(checkpoint),
      };
      const { day, moment } = owed ?? { day: now, moment: momentNow() };
      const paper = daySheetOnPaper(kiosk.read()?.name ?? '', moment, day, head);
      owed = null;
      // Before the record is written: whatever goes wrong there takes no sheet of a closed day with it.
      last = { sequence, paper, health: { kind: 'not-saved', why: 'failed' } };
      last = { ...last, health: health.write(day) };
      return last;
    },
    last: () => last,
  };
}
