import type { SearchReport } from '../../../shared/contract/receipt.ts';

/** What became of one step. `not-yet`: it needs something that has not happened (the search, the session). */
export type StepOutcome = 'done' | 'failed' | 'not-yet';

/** A search that found something, or that could not show that it finds, proves no wipe. */
export function searchOutcome(search: SearchReport | null): StepOutcome {
  if (search === null) return 'not-yet';
  switch (search.kind) {
    case 'searched':
      return search.hits === 0 ? 'done' : 'failed';
    case 'void':
      return 'failed';
    // The values died with their session: nothing to search for. The receipt says so.
    case 'not-searched':
      return 'done';
  }
}
