/** A count that may be told, or null where it is not: it is small, or a small one would follow from it. */
export type Figure = number | null;

/**
 * The figures of a day that is over. `counts`: of one table, in the order of its columns. Hidden is whatever is below
 * `smallest`, zero as well: who knows that somebody left on a quiet day is not to learn how it did not end. Where the whole
 * row is zero nobody came, and it is told.
 *
 * A day sheet tells the sum of a row. So no figure is hidden alone: the smallest of the others is hidden with it.
 */
export function figuresOfDay(counts: readonly number[], smallest: number): readonly Figure[] {
  if (isEmpty(counts)) return counts;
  const figures = counts.map((count) => (count < smallest ? null : count));
  return withNoneHiddenAlone(figures, counts, () => true);
}

/**
 * The figures of a week that is over, in the order of the columns. Its days are told already, each by `figuresOfDay`, so a week
 * hides what would tell of a day that is hidden: it is told only where the hidden days of its column come to `smallest` together,
 * and to no more than all of them but one can have. Then each of them may be 0, and may be something else.
 */
export function figuresOfWeek(days: readonly (readonly number[])[], smallest: number): readonly Figure[] {
  const [first = []] = days;
  const told = days.map((counts) => figuresOfDay(counts, smallest));
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
  return withNoneHiddenAlone(figures, totals, (column) => (columns[column]?.hidden.length ?? 0) > 0);
}

function withNoneHiddenAlone(
  figures: readonly Figure[],
  counts: readonly number[],
  helps: (column: number) => boolean,
): readonly Figure[] {
  if (figures.filter((figure) => figure === null).length !== 1) return figures;
  const others = counts.filter((_count, column) => figures[column] !== null && helps(column));
  const least = Math.min(...others);
  const second = counts.findIndex(
    (count, column) => count === least && figures[column] !== null && helps(column),
  );
  return figures.map((figure, column) => (column === second ? null : figure));
}

function isEmpty(counts: readonly number[]): boolean {
  return counts.every((count) => count === 0);
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
