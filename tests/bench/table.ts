import { type Comparison, ratioOf, spreadOf, usualAndRare } from './statistics.ts';

const HEADINGS = ['what', 'ours', 'baseline', 'ratio', 'goal', 'met', 'against'] as const;

/** Three digits, more or less. */
export function milliseconds(value: number): string {
  return value < 10 ? value.toFixed(2) : value.toFixed(0);
}

/** "52 (48–60, n 7)": median, quartiles, number of measurements. */
function figures(values: readonly number[]): string {
  const { n, lower, median, upper } = spreadOf(values);
  return `${milliseconds(median)} (${milliseconds(lower)}–${milliseconds(upper)}, n ${n})`;
}

function rowOf(comparison: Comparison): readonly string[] {
  const { what, baseline, goal, ours, theirs } = comparison;
  const ratio = ratioOf(comparison);
  return [what, figures(ours), figures(theirs), ratio.toFixed(3), ...judged(goal, ratio, ours), baseline];
}

function judged(goal: Comparison['goal'], ratio: number, ours: readonly number[]): readonly string[] {
  if (goal === null) return ['–', '–'];
  if (typeof goal === 'number') return [`≤ ${goal}`, ratio <= goal ? 'yes' : 'NO'];
  if ('p95Milliseconds' in goal) {
    const isMet = usualAndRare(ours).p95 <= goal.p95Milliseconds;
    return [`p95 ≤ ${milliseconds(goal.p95Milliseconds)} ms`, isMet ? 'yes' : 'NO'];
  }
  return [`≤ ${goal.milliseconds} ms`, spreadOf(ours).median <= goal.milliseconds ? 'yes' : 'NO'];
}

/** One row a measurement, in columns. */
export function tableOf(comparisons: readonly Comparison[]): string {
  return columnsOf([HEADINGS, ...comparisons.map(rowOf)]);
}

/** Rows in columns, the first of them as a heading above a rule. */
export function columnsOf(rows: readonly (readonly string[])[]): string {
  const columns = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_none, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const rule = '─'.repeat(Math.max(...lines.map((line) => line.length)));
  const [heading = '', ...body] = lines;
  return [heading, rule, ...body].join('\n');
}
