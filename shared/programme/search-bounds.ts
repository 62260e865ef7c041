/** A need, and what each item of a search weighs for it. */
export interface Row {
  readonly need: number;
  readonly weights: Float64Array;
  /** Of each place: the largest sums of 0, 1, 2, … weights of the items from there on. */
  readonly largestSums: readonly Float64Array[];
}

/** Parts of needs do not add up exactly. */
export const ALMOST = 1e-9;

/** The most that `count` of the items from `first` on weigh together. */
export function mostOf({ largestSums }: Row, first: number, count: number): number {
  const sums = largestSums[first];
  return sums?.[Math.min(count, sums.length - 1)] ?? 0;
}

/** Weights have a common divisor, and so has every sum of them: a need between two multiples is the higher one. */
function roundedUp(need: number, weights: readonly number[]): number {
  const divisor = weights.reduce((left, right) => {
    let [a, b] = [left, right];
    while (b > 0) [a, b] = [b, a % b];
    return a;
  }, 0);
  return divisor === 0 ? need : Math.ceil(need / divisor) * divisor;
}

/** A row of whole numbers. */
export function rowOf(need: number, weights: readonly number[]): Row {
  return rowWithSums(roundedUp(need, weights), Float64Array.from(weights));
}

function rowWithSums(need: number, weights: Float64Array): Row {
  const count = weights.length;
  const largestSums: Float64Array[] = Array.from({ length: count + 1 }, () => new Float64Array(1));
  const descending = new Float64Array(count);
  for (let first = count - 1; first >= 0; first -= 1) {
    const weight = weights[first] ?? 0;
    const there = count - 1 - first;
    let place = there;
    for (; place > 0 && (descending[place - 1] ?? 0) < weight; place -= 1)
      descending[place] = descending[place - 1] ?? 0;
    descending[place] = weight;
    const sums = new Float64Array(there + 2);
    for (let at = 0; at <= there; at += 1) sums[at + 1] = (sums[at] ?? 0) + (descending[at] ?? 0);
    largestSums[first] = sums;
  }
  return { need, weights, largestSums };
}

/** So often the factors are bettered. */
const ROUNDS = 40;

/**
 * Adds the rows up, each with a factor of its own, such that `size` items look as far from enough as they can be made to
 * look (a Lagrangian bound; subgradient steps better its factors). Whatever the factors are, a set that does all of the
 * rows does their sum: so a size that the sum rules out is ruled out, and one that it nearly rules out is searched with
 * few steps aside.
 */
export function rowThatRulesOut(
  rows: readonly Row[],
  size: number,
): { readonly row: Row; readonly isRuledOut: boolean } {
  const open = rows.filter(({ need }) => need > 0);
  let factors = Float64Array.from(open, ({ need }) => 1 / need);
  let best = { gap: Number.NEGATIVE_INFINITY, factors };
  for (let round = 1; round <= ROUNDS; round += 1) {
    const weights = added(open, factors);
    const heaviest = heaviestOf(weights, size);
    let gap = 0;
    const next = new Float64Array(open.length);
    for (const [index, row] of open.entries()) {
      const factor = factors[index] ?? 0;
      const undone = heaviest.reduce((left, place) => left - (row.weights[place] ?? 0), row.need);
      gap += factor * undone;
      // What the heaviest items leave undone becomes more important, and what they overdo less.
      next[index] = Math.max(0, factor + undone / (row.need * row.need * Math.sqrt(round)));
    }
    if (gap > best.gap) best = { gap, factors };
    if (gap > ALMOST) break;
    factors = next;
  }
  const need = open.reduce((sum, row, index) => sum + row.need * (best.factors[index] ?? 0), 0);
  return { row: rowWithSums(need, added(open, best.factors)), isRuledOut: best.gap > ALMOST };
}

/** The places of the `size` heaviest items. */
function heaviestOf(weights: Float64Array, size: number): readonly number[] {
  const least = weights.toSorted()[weights.length - size] ?? 0;
  const places: number[] = [];
  for (let place = 0; place < weights.length; place += 1)
    if ((weights[place] ?? 0) > least) places.push(place);
  for (let place = 0; place < weights.length && places.length < size; place += 1)
    if (weights[place] === least) places.push(place);
  return places;
}

function added(rows: readonly Row[], factors: Float64Array): Float64Array {
  const sums = new Float64Array(rows[0]?.weights.length ?? 0);
  for (const [index, { weights }] of rows.entries())
    for (let place = 0; place < sums.length; place += 1)
      sums[place] = (sums[place] ?? 0) + (weights[place] ?? 0) * (factors[index] ?? 0);
  return sums;
}
