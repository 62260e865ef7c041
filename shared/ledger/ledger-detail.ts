import type { CalendarDate } from '../calendar.ts';
import { firstOfWeek } from '../statistics/periods.ts';
import { mergedOutcome } from './applicant-entries.ts';
import { entryKinds, type LedgerEntry } from './entries.ts';

/** How much the ledger tells of an application, as the policy has it. */
export interface LedgerDetail {
  /** `merged`: that applications ended, and not how. Of refused ones there is no entry then. */
  readonly outcomes: 'each' | 'merged';
  /** `week`: an entry has the Monday of its week. */
  readonly period: 'day' | 'week';
}

/** What holds where a policy says nothing. */
const FULL_DETAIL: LedgerDetail = { outcomes: 'each', period: 'day' };

/** That of a policy. */
export function ledgerDetailOf(policy: { readonly ledger?: LedgerDetail | undefined }): LedgerDetail {
  return policy.ledger ?? FULL_DETAIL;
}

/** The first day of the period that a day is of. */
export function periodOf(day: CalendarDate, { period }: LedgerDetail): CalendarDate {
  return period === 'week' ? firstOfWeek(day) : day;
}

/** Whether an entry tells of somebody's application. */
export function isAboutApplicant(entry: LedgerEntry): boolean {
  return entryKinds[entry.kind].about === 'applicant';
}

/** What is kept of an entry about an applicant. Entries of staff are as they were. */
export function inDetail(entry: LedgerEntry, detail: LedgerDetail): readonly LedgerEntry[] {
  if (!('day' in entry)) return [entry];
  const told = { ...entry, day: periodOf(entry.day, detail) };
  if (detail.outcomes === 'each') return [told];
  if (told.kind === 'denied') return [];
  return [told.kind === 'erased' ? { ...told, outcome: mergedOutcome } : told];
}
