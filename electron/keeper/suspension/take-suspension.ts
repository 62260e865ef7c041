import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import { plannedAt, type Suspension } from './suspension.ts';
import type { SuspensionRows } from './suspension-rows.ts';

/** Who answers for a suspension, as the ledger names them, and when they did it. */
export interface Answerable {
  /** Epoch milliseconds: the one reading of the wall clock for all that the act writes. */
  readonly utc: number;
  /** The kiosk's own time. */
  readonly elapsed: number;
  readonly by: string;
  readonly second: string;
}

/** What suspends intake. `takesEffect`: epoch milliseconds; null: now. */
export type NewSuspension = Pick<Suspension, 'source' | 'setBy' | 'serial' | 'open' | 'notice'> & {
  readonly takesEffect: number | null;
};

/**
 * Suspends intake, at once or from a moment on; answers the entry. In the place of the one of the same source: where that
 * is in force, intake stays suspended until the new one ends. Within the transaction of the act.
 */
export function suspend(
  rows: SuspensionRows,
  before: Suspension | null,
  { takesEffect, ...suspension }: NewSuspension,
  { utc, elapsed, by, second }: Answerable,
): LedgerEntry {
  const isLater = takesEffect !== null && takesEffect > utc;
  rows.put({
    ...suspension,
    decided: utc,
    since: before?.since ?? (isLater ? null : utc),
    begins: isLater ? plannedAt(takesEffect, { wall: utc, elapsed }) : null,
    ends: null,
  });
  return {
    kind: 'intake-suspended',
    ...{ utc, by, second },
    source: suspension.source,
    from: isLater ? takesEffect : utc,
    open: suspension.open,
  };
}

/** Ends a suspension, at once or at a moment; answers the entry. Within the transaction of the act. */
export function resume(
  rows: SuspensionRows,
  before: Suspension,
  takesEffect: number | null,
  { utc, elapsed, by, second }: Answerable,
): LedgerEntry {
  const isLater = takesEffect !== null && takesEffect > utc;
  if (isLater) rows.put({ ...before, ends: plannedAt(takesEffect, { wall: utc, elapsed }) });
  else rows.remove(before.source);
  return {
    kind: 'suspension-ended',
    ...{ utc, by, second },
    source: before.source,
    from: isLater ? takesEffect : utc,
  };
}
