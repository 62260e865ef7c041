import type { KeyFrom } from '../../electron/keeper/ledger/key-in-force.ts';
import type { LedgerReader } from '../../electron/keeper/ledger/ledger.ts';
import type { CalendarDate } from '../../shared/calendar.ts';

/** A key of a ledger that holds, and when it came and went by the kiosk's clock, in epoch milliseconds. */
export interface TimedKey {
  /** SPKI, DER. */
  readonly publicKey: Uint8Array;
  readonly from: number;
  /** Null: no entry tells. */
  readonly began: number | null;
  /** When the next one took over, and this one was destroyed. Null: it is in force. */
  readonly ended: number | null;
}

/** Every key of a ledger that holds, in order. */
export function timedKeys(ledger: LedgerReader): readonly TimedKey[] {
  const keys = ledger.keys();
  return keys.map(({ publicKey, from }, place) => ({
    ...{ publicKey, from, began: momentAt(ledger, from) },
    ended: momentOf(ledger, keys[place + 1]),
  }));
}

function momentOf(ledger: LedgerReader, key: KeyFrom | undefined): number | null {
  return key === undefined ? null : momentAt(ledger, key.from);
}

function momentAt(ledger: LedgerReader, sequence: number): number | null {
  const entry = ledger.entryAt(sequence);
  return entry !== null && 'utc' in entry ? entry.utc : null;
}

const DAY = 86_400_000;

/** Whether a key was destroyed before that day at the counter: then somebody had taken it who signed for it, or the clock was wrong. */
export function isDestroyedBefore({ ended }: Pick<TimedKey, 'ended'>, day: CalendarDate): boolean {
  // A day of time zones: the ledger has moments, a paper the day at its counter.
  return ended !== null && startOf(day) > ended + DAY;
}

/** Whether a key took over after that day at the counter. */
export function isBegunAfter({ began }: Pick<TimedKey, 'began'>, day: CalendarDate): boolean {
  return began !== null && startOf(day) + 2 * DAY < began;
}

function startOf({ year, month, day }: CalendarDate): number {
  const date = new Date(0);
  // Not Date.UTC: it takes the years 1 to 99 for those of another century.
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime();
}
