import type { CategoryId, DocumentKind, DocumentRule } from './documents.ts';
import { assess, pointsOf } from './requirements.ts';

function pointCategories(document: DocumentKind): readonly CategoryId[] {
  return (document.points ?? []).map(({ category }) => category);
}

/** Whether `left` does, under every rule, at least what `right` does. */
function isAtLeast(left: DocumentKind, right: DocumentKind): boolean {
  return (
    left.category === right.category &&
    right.proves.every((proof) => left.proves.includes(proof)) &&
    pointCategories(right).every((category) => pointsOf(left, category) >= pointsOf(right, category))
  );
}

/**
 * The documents that a smallest set of `size` may need. A document with `size` or more better ones can be
 * left out: in any set of that size one of the better ones is still free to take its place. Of equal
 * documents the earlier counts as the better. Without this, forty kinds of documents under a rule of many
 * points would take seconds at every tick.
 */
function worthTrying(size: number, documents: readonly DocumentKind[]): readonly DocumentKind[] {
  return documents.filter((document, index) => {
    const better = documents.filter(
      (other, otherIndex) =>
        other !== document &&
        isAtLeast(other, document) &&
        (otherIndex < index || !isAtLeast(document, other)),
    );
    return better.length < size;
  });
}

/** The first set of exactly `size` documents, in the order given, that completes the rule. */
function findOfSize(
  size: number,
  documents: readonly DocumentKind[],
  chosen: readonly DocumentKind[],
  completes: (chosen: readonly DocumentKind[]) => boolean,
): readonly DocumentKind[] | null {
  if (size === 0) {
    return completes(chosen) ? chosen : null;
  }
  for (const [index, document] of documents.entries()) {
    const found = findOfSize(size - 1, documents.slice(index + 1), [...chosen, document], completes);
    if (found !== null) {
      return found;
    }
  }
  return null;
}

/**
 * A smallest set of further documents that completes a rule; of several, one of the documents that prove
 * most, in the policy's order. Exact: sizes are tried in ascending order. `null` when not even all
 * documents together suffice.
 */
export function shortestWay(
  rule: DocumentRule,
  ticked: readonly DocumentKind[],
  others: readonly DocumentKind[],
): readonly DocumentKind[] | null {
  const completes = (chosen: readonly DocumentKind[]) =>
    assess(rule, [...ticked, ...chosen]).missing.length === 0;
  // More documents never hurt (every rule is monotone), so this one look tells whether a way exists.
  if (!completes(others)) {
    return null;
  }
  for (let size = 0; size < others.length; size += 1) {
    const found = findOfSize(size, worthTrying(size, others), [], completes);
    if (found !== null) {
      return found;
    }
  }
  return others;
}
