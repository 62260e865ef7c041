/** A count that may be told, or null where it is not: it is small, or a small one would follow from it. */
export type Figure = number | null;

/** Whether a day sheet tells the figure of this column. It tells the sum of the row besides. */
export type IsOnDaySheets = (column: number) => boolean;

/**
 * The figures of a day that is over. `counts`: of one table, in the order of its columns. Hidden is whatever is below
 * `smallest`, zero as well: who knows that somebody left on a quiet day is not to learn how it did not end. Where the whole
 * row is zero nobody came, and it is told.
 *
 * A day sheet tells the sum of a row, and some columns. So of all that it does not tell no figure is hidden alone: the smallest
 * of those is hidden with it.
 */
export function figuresOfDay(
  counts: readonly number[],
  smallest: number,
  isOnDaySheets: IsOnDaySheets,
): readonly Figure[] {
  if (isEmpty(counts)) return counts;
  const figures = counts.map((count) => (count < smallest ? null : count));
  return withNoneHiddenAlone(figures, counts, isOnDaySheets, () => true);
}

/**
 * The figures of a week that is over, in the order of the columns. Its days are told already, each by `figuresOfDay`, so a week
 * hides what would tell of a day that is hidden: it is told only where the hidden days of its column come to `smallest` together,
 * and to no more than all of them but one can have. Then each of them may be 0, and may be something else.
 */
export function figuresOfWeek(
  days: readonly (readonly number[])[],
  smallest: number,
  isOnDaySheets: IsOnDaySheets,
): readonly Figure[] {
  const [first = []] = days;
  const told = days.map((counts) => figuresOfDay(counts, smallest, isOnDaySheets));
  const columns = first.map((_count, column) => {
    const hidden = days.flatMap((counts, day) => (told[day]?.[column] === null ? [counts[column] ?? 0] : []));
    return { total: sumOf(days.map((counts) => counts[column] ?? 0)), hidden };
  });
  const totals = columns.map(({ total }) => total);
  if (isEmpty(totals)) return totals;
  const figures = columns.map(({ total, hidden }) => {
    const left = sumOf(hidden);
    // Whoever knows the rule for days knows that a hidden one is below `smallest`, as a rule.
    const mostOfOthers = (hidden.length - 1) * (smallest - 1);
    const protects = hidden.length === 0 || (left >= smallest && left <= mostOfOthers);
    return total < smallest || !protects ? null : total;
  });
  // Of a column whose days are all told the sum is known, whatever the week says.
  const hasHiddenDays = (column: number): boolean => (columns[column]?.hidden.length ?? 0) > 0;
  return withNoneHiddenAlone(figures, totals, isOnDaySheets, hasHiddenDays);
}

/** `helps`: whether hiding this column as well leaves open what the other one is. */
function withNoneHiddenAlone(
  figures: readonly Figure[],
  counts: readonly number[],
  isOnDaySheets: IsOnDaySheets,
  helps: (column: number) => boolean,
): readonly Figure[] {
  const others = figures
    .map((figure, column) => ({ figure, column, count: counts[column] ?? 0 }))
    .filter(({ column }) => !isOnDaySheets(column));
  if (others.filter(({ figure }) => figure === null).length !== 1) return figures;
  const told = others.filter(({ figure, column }) => figure !== null && helps(column));
  const least = Math.min(...told.map(({ count }) => count));
  // All that are the smallest: where one of them stayed, it would tell by its place which column was hidden for the other's sake.
  const hiddenWithIt = new Set(told.filter(({ count }) => count === least).map(({ column }) => column));
  return figures.map((figure, column) => (hiddenWithIt.has(column) ? null : figure));
}

function isEmpty(counts: readonly number[]): boolean {
  return counts.every((count) => count === 0);
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
