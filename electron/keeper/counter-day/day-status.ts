import type { CounterDayStatus } from '../../../shared/contract/status.ts';
import type { EntryKindName } from '../../../shared/ledger/entries.ts';
import type { DayRows } from './day-rows.ts';
import type { PackUp } from './pack-up.ts';

/** What every session is told of the counter's day. */
export function counterDayStatus({
  dayRows,
  ledger,
  packing,
}: {
  readonly dayRows: DayRows;
  readonly ledger: { has(kind: EntryKindName): boolean };
  readonly packing: PackUp;
}): CounterDayStatus {
  return {
    open: dayRows.day()?.day ?? null,
    isCounted: ledger.has('day-opened'),
    packUp: packing.status(),
  };
}
