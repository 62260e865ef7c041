import type { LedgerEntry } from './entries.ts';

/**
 * Acts about one application or for one person, whose moment is that of somebody at the counter. Their field “utc” has the first moment of the
 * day at the counter; programs before ledger version 11 wrote the moment itself.
 */
export const kindsWithoutMoment = [
  'finish-refused',
  'wipe-stopped',
  'wipe-continued',
  'wipe-closed',
  'records-searched',
  'record-search-answered',
] as const satisfies readonly LedgerEntry['kind'][];
type WithoutMoment = Extract<LedgerEntry, { readonly kind: (typeof kindsWithoutMoment)[number] }>;

/** Whether an entry says the day of its act, and no moment. */
export function isWithoutMoment(entry: LedgerEntry): entry is WithoutMoment {
  return kindsWithoutMoment.some((kind) => kind === entry.kind);
}
