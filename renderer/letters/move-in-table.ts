/** So many are drawn at once. */
export const LETTERS_ON_A_PAGE = 90;

/** Where the keys are, and how the letters lie. */
export interface PlaceInTable {
  readonly key: string;
  /** The letter at hand, counted through all that were found. */
  readonly at: number;
  readonly count: number;
  readonly columns: number;
  /** The cursor is in the search field: there only what leads away from a line of text is ours. */
  readonly inSearch: boolean;
}

/** Where a key leads: to a letter, back to the search field, or nowhere (null). */
export function moveInTable({ key, at, count, columns, inSearch }: PlaceInTable): number | 'search' | null {
  if (count === 0) return null;
  const page = at - (at % LETTERS_ON_A_PAGE);
  const end = Math.min(page + LETTERS_ON_A_PAGE, count);
  switch (key) {
    case 'ArrowDown':
      if (inSearch) return at;
      if (at + columns < end) return at + columns;
      // Above the last row, where that is shorter: to its end. From the last row to the next page.
      if (!isInLastRow(at - page, end - page, columns)) return end - 1;
      return end < count ? end : at;
    case 'ArrowUp':
      if (inSearch) return null;
      if (at - columns >= page) return at - columns;
      return page === 0 ? 'search' : page - 1;
    case 'PageDown':
      return Math.min(page + LETTERS_ON_A_PAGE, count - 1);
    case 'PageUp':
      return Math.max(page - LETTERS_ON_A_PAGE, 0);
    case 'ArrowRight':
      return inSearch ? null : Math.min(at + 1, count - 1);
    case 'ArrowLeft':
      return inSearch ? null : Math.max(at - 1, 0);
    case 'Home':
      return inSearch ? null : page;
    case 'End':
      return inSearch ? null : end - 1;
    default:
      return null;
  }
}

function isInLastRow(place: number, count: number, columns: number): boolean {
  return Math.floor(place / columns) === Math.floor((count - 1) / columns);
}
