import {
  LEAST_BYTES,
  LEAST_FILES,
  type ProvenSearch,
  type SearchReport,
  type SearchSummary,
} from '../../../shared/contract/receipt.ts';

/** What became of one step. `not-yet`: it needs something that has not happened (the search, the session). */
export type StepOutcome = 'done' | 'failed' | 'not-yet';

/** The least power of ten that is as much, and no less than the least class. */
function classOf(figure: number, least: number): number {
  let upTo = least;
  while (upTo < figure) upTo *= 10;
  return upTo;
}

const present = (figure: number): 0 | 1 => (figure === 0 ? 0 : 1);

/**
 * What is kept of a report. Its exact figures differ from person to person: on a receipt and in a file they would tell whose
 * it was.
 */
export function summaryOf(report: SearchReport): SearchSummary {
  if (report.kind !== 'searched') return report;
  return {
    kind: 'searched',
    files: classOf(report.files, LEAST_FILES),
    bytes: classOf(report.bytes, LEAST_BYTES),
    tooShort: present(report.tooShort),
    alsoOwn: present(report.alsoOwn),
    hits: present(report.hits),
    unreadable: present(report.unreadable),
  };
}

/** The search of a wipe that it proves; null: it is still to come, found something, or could not show that it finds. */
export function provenSearch(search: SearchSummary | null): ProvenSearch | null {
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
export function searchOutcome(search: SearchSummary | null): StepOutcome {
  if (search === null) return 'not-yet';
  return provenSearch(search) === null ? 'failed' : 'done';
}
