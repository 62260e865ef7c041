import { demandsOf } from '../demands.ts';
import { ALMOST, mostOf, type Row, rowOf, rowThatRulesOut } from '../search-bounds.ts';
import type { DocumentKind, DocumentRule } from './documents.ts';
import { assess } from './requirements.ts';
import { countShown } from './shown-documents.ts';

/** A set of further documents, in the policy's order. */
export type Way = readonly DocumentKind[];

/** A search for all sets of one size that complete a rule, in the policy's order. */
interface Search {
  readonly items: readonly DocumentKind[];
  /** What is still to be weighed up: one row for each demand of the rule, and one that adds them up. */
  readonly rows: readonly Row[];
  readonly demands: number;
  readonly completes: (way: Way) => boolean;
  /** Items that are never known to be too much: other documents count only beside what they prove. */
  readonly letsIn: readonly boolean[];
  /** Where a search began that led nowhere; null where that depends on what was chosen before. */
  readonly deadEnds: Set<string> | null;
  readonly found: Way[];
  readonly most: number;
  /** Whether a larger set may go on where one of this size cannot. */
  isCut: boolean;
  /** How many sets may still be looked at. */
  steps: number;
}

/** A set that is being made. */
interface Chosen {
  readonly places: readonly number[];
  /** What it leaves to do of each row; 0 or less where that is done. */
  readonly left: Float64Array;
  /** The same, if only that counts which needs no other document. */
  readonly leftSurely: Float64Array;
}

/** Hard policies of sixty kinds take some hundreds. Nobody waits at a counter for one that was made to be hard. */
const MOST_STEPS = 20_000;

/** Whether `count` of the items from `first` on may be enough; if not, none of them are. */
function mayComplete({ rows }: Search, { left }: Chosen, first: number, count: number): boolean {
  for (let row = 0; row < rows.length; row += 1) {
    const at = rows[row];
    if (at !== undefined && (left[row] ?? 0) > mostOf(at, first, count) + ALMOST) return false;
  }
  return true;
}

/** Whether it may be enough once this item is chosen as well. */
function mayCompleteWith({ rows }: Search, { left }: Chosen, place: number, count: number): boolean {
  for (let row = 0; row < rows.length; row += 1) {
    const at = rows[row];
    if (at === undefined) continue;
    const rest = (left[row] ?? 0) - (at.weights[place] ?? 0);
    if (rest > mostOf(at, place + 1, count - 1) + ALMOST) return false;
  }
  return true;
}

function less(left: Float64Array, rows: readonly Row[], place: number): Float64Array {
  return left.map((need, row) => need - (rows[row]?.weights[place] ?? 0));
}

function withItem({ items, rows }: Search, chosen: Chosen, place: number): Chosen {
  const left = less(chosen.left, rows, place);
  const isSure = items[place]?.onlyWith === undefined;
  return {
    places: [...chosen.places, place],
    left,
    leftSurely: isSure ? less(chosen.leftSurely, rows, place) : chosen.leftSurely,
  };
}

/** Whether one of the chosen does nothing that the others do not: then it is too much in any larger set as well. */
function hasTooMuch({ items, rows, demands, letsIn }: Search, { places, leftSurely }: Chosen): boolean {
  return places.some((place) => {
    if (letsIn[place] === true) return false;
    const isSure = items[place]?.onlyWith === undefined;
    for (let row = 0; row < demands; row += 1) {
      const weight = rows[row]?.weights[place] ?? 0;
      if (weight > 0 && (leftSurely[row] ?? 0) + (isSure ? weight : 0) > ALMOST) return false;
    }
    return true;
  });
}

function isDone({ left }: Chosen): boolean {
  return left.every((need) => need <= ALMOST);
}

/** Keeps a set that completes the rule and would not without any one of its documents. Answers whether it completes it. */
function keep({ items, completes, found }: Search, { places }: Chosen): boolean {
  const way = places.flatMap((place) => items[place] ?? []);
  if (!completes(way)) return false;
  if (!way.some((document) => completes(way.filter((other) => other !== document)))) found.push(way);
  return true;
}

/**
 * Finds the sets that `count` (1 at least) of the items from `first` on make with the chosen ones. Answers whether it led
 * nowhere whatever was chosen before: for want of documents, and not because a smaller set would do.
 */
function findFrom(search: Search, chosen: Chosen, first: number, count: number): boolean {
  const { items, deadEnds, found, most } = search;
  const here = deadEnds === null || count === 1 ? '' : `${first} ${count} ${chosen.left.join(' ')}`;
  if (here !== '' && deadEnds?.has(here) === true) {
    search.isCut = true;
    return true;
  }
  let isDeadEnd = true;
  for (let place = first; place < items.length; place += 1) {
    if (found.length >= most || search.steps <= 0) return false;
    if (!mayComplete(search, chosen, place, count)) {
      search.isCut = true;
      break;
    }
    if (!mayCompleteWith(search, chosen, place, count)) {
      search.isCut = true;
      continue;
    }
    search.steps -= 1;
    const next = withItem(search, chosen, place);
    if (hasTooMuch(search, next)) isDeadEnd = false;
    else if (isDone(next) && (count === 1 ? keep(search, next) : isComplete(search, next))) isDeadEnd = false;
    else if (count === 1) search.isCut = true;
    else if (!findFrom(search, next, place + 1, count - 1)) isDeadEnd = false;
  }
  if (isDeadEnd && here !== '') deadEnds?.add(here);
  return isDeadEnd;
}

/** A set that completes the rule is not added to. */
function isComplete({ items, completes }: Search, { places }: Chosen): boolean {
  return completes(places.flatMap((place) => items[place] ?? []));
}

/**
 * The shortest sets of further documents that complete a rule, `most` at most: the smallest first, of equal size in the
 * policy's order, none of them with a document that could be left out. Exact, since sizes are tried in ascending order
 * and what is left out of the search cannot be among them; but for a rule that defies `MOST_STEPS`, of which one way is
 * told that has nothing too much. One empty set where nothing is missing; none where not even all documents suffice.
 */
export function shortestWays(
  rule: DocumentRule,
  shown: readonly DocumentKind[],
  others: readonly DocumentKind[],
  most: number,
): readonly Way[] {
  const completes = (way: Way) => assess(rule, countShown([...shown, ...way]).counted).missing.length === 0;
  if (completes([])) return [[]];
  const needed = new Set([...shown, ...others].flatMap(({ onlyWith }) => onlyWith ?? []));
  const letsOthersIn = ({ proves }: DocumentKind) => proves.some((proof) => needed.has(proof));
  const demands = demandsOf(rule);
  const items = others.filter(
    (document) => letsOthersIn(document) || demands.some(({ weigh }) => weigh(document) > 0),
  );
  const rows = demands.map(({ need, weigh }) => rowOf(need - sumOf(shown, weigh), items.map(weigh)));
  const independent = shown.filter(({ onlyWith }) => onlyWith === undefined);
  const surely = demands.map(({ need, weigh }) => need - sumOf(independent, weigh));
  const search = { items, demands: rows.length, completes, letsIn: items.map(letsOthersIn), most };
  const found: Way[] = [];
  let steps = MOST_STEPS;
  for (let size = 1; size <= items.length && found.length < most; size += 1) {
    if (rows.some((row) => row.need > mostOf(row, 0, size))) continue;
    const { row, isRuledOut } = rowThatRulesOut(rows, size);
    if (isRuledOut) continue;
    const all = [...rows, row];
    const deadEnds = needed.size === 0 ? new Set<string>() : null;
    const ofSize: Search = { ...search, rows: all, deadEnds, found, isCut: false, steps };
    const left = Float64Array.from(all, ({ need }) => need);
    findFrom(ofSize, { places: [], left, leftSurely: Float64Array.of(...surely, 0) }, 0, size);
    if (!ofSize.isCut) break;
    steps = ofSize.steps;
    if (steps <= 0)
      return found.length > 0 || !completes(others) ? found : [withoutExcess(others, completes)];
  }
  return found;
}

/** All documents, less each that is not needed beside the others, the last first. */
function withoutExcess(documents: Way, completes: (way: Way) => boolean): Way {
  return documents.reduceRight((way, document) => {
    const others = way.filter((other) => other !== document);
    return completes(others) ? others : way;
  }, documents);
}

function sumOf(documents: readonly DocumentKind[], weigh: (document: DocumentKind) => number): number {
  return documents.reduce((sum, document) => sum + weigh(document), 0);
}
