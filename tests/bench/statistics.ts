/** One thing measured on our side and on the baseline's, interleaved in the same run. Milliseconds. */
export interface Comparison {
  readonly what: string;
  readonly baseline: string;
  /** What we want to stay at or below: the ratio of the medians, our own median, or 95 of our 100; null: it is only told. */
  readonly goal: number | { readonly milliseconds: number } | { readonly p95Milliseconds: number } | null;
  readonly ours: readonly number[];
  readonly theirs: readonly number[];
}

/** Half of the values lie between `lower` and `upper`. */
export interface Spread {
  readonly n: number;
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
}

/** Half of all values lie below the one, 95 of 100 below the other: what is usual, and what somebody meets once a day. */
export function usualAndRare(values: readonly number[]): { readonly median: number; readonly p95: number } {
  const sorted = [...values].sort((one, other) => one - other);
  return { median: quantile(sorted, 0.5), p95: quantile(sorted, 0.95) };
}

/** The value below which the given part of all values lies, between two of them where need be. */
function quantile(sorted: readonly number[], part: number): number {
  const at = (sorted.length - 1) * part;
  const below = sorted[Math.floor(at)] ?? Number.NaN;
  const above = sorted[Math.ceil(at)] ?? Number.NaN;
  return below + (above - below) * (at - Math.floor(at));
}

/** Median and quartiles. A mean would tell of the machine's other users. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((one, other) => one - other);
  return {
    n: sorted.length,
    lower: quantile(sorted, 0.25),
    median: quantile(sorted, 0.5),
    upper: quantile(sorted, 0.75),
  };
}

/** Our median as a multiple of the baseline's. */
export function ratioOf({ ours, theirs }: Comparison): number {
  return spreadOf(ours).median / spreadOf(theirs).median;
}
