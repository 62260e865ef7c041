import type { Moment } from '../../../shared/application/retention.ts';
import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import { plannedAt, type Suspension } from './suspension.ts';
import type { SuspensionRows } from './suspension-rows.ts';

/** Who answers for a suspension, as the ledger names them. */
export interface Answerable {
  /** Epoch milliseconds. */
  readonly utc: number;
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
  now: Moment,
  answerable: Answerable,
): LedgerEntry {
  const isLater = takesEffect !== null && takesEffect > now.wall;
  rows.put({
    ...suspension,
    decided: answerable.utc,
    since: before?.since ?? (isLater ? null : now.wall),
    begins: isLater ? plannedAt(takesEffect, now) : null,
    ends: null,
  });
  return {
    kind: 'intake-suspended',
    ...answerable,
    source: suspension.source,
    from: isLater ? takesEffect : now.wall,
    open: suspension.open,
  };
}

/** Ends a suspension, at once or at a moment; answers the entry. Within the transaction of the act. */
export function resume(
  rows: SuspensionRows,
  before: Suspension,
  takesEffect: number | null,
  now: Moment,
  answerable: Answerable,
): LedgerEntry {
  const isLater = takesEffect !== null && takesEffect > now.wall;
  if (isLater) rows.put({ ...before, ends: plannedAt(takesEffect, now) });
  else rows.remove(before.source);
  return {
    kind: 'suspension-ended',
    ...answerable,
    source: before.source,
    from: isLater ? takesEffect : now.wall,
  };
}
