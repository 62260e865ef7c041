import type { ProvenSearch, SearchReport } from '../../../shared/contract/receipt.ts';

/** What became of one step. `not-yet`: it needs something that has not happened (the search, the session). */
export type StepOutcome = 'done' | 'failed' | 'not-yet';

/** The search of a wipe that it proves; null: it is still to come, found something, or could not show that it finds. */
export function provenSearch(search: SearchReport | null): ProvenSearch | null {
  switch (search?.kind) {
    case 'searched':
      return search.hits === 0 ? { ...search, hits: 0 } : null;
    // The values died with their session: nothing to search for. The receipt says so.
    case 'not-searched':
      return search;
    case 'void':
    case undefined:
      return null;
  }
}

/** What a report comes to. */
export function searchOutcome(search: SearchReport | null): StepOutcome {
  if (search === null) return 'not-yet';
  return provenSearch(search) === null ? 'failed' : 'done';
}
