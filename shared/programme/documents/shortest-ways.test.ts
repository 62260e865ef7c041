import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { processorTime } from '../../../tests/support/processor-time.ts';
import { type DocumentKind, type DocumentRule, proofs } from './documents.ts';
import { type DocumentsFor, evaluateDocuments } from './evaluate-documents.ts';
import { assess } from './requirements.ts';
import { countShown, shownIn } from './shown-documents.ts';
import { subsets } from './subsets.test-support.ts';

const categories = ['a', 'b', 'c'] as const;
const someProofs = fc.subarray([...proofs]);
const someCategories = fc.subarray([...categories], { minLength: 1 });
const points = fc.integer({ min: 1, max: 5 });
const document = fc.record(
  {
    category: fc.constantFrom(...categories),
    proves: someProofs,
    points: fc.array(fc.record({ category: fc.constantFrom(...categories), points: fc.option(points) }), {
      maxLength: 2,
    }),
    onlyWith: fc.constantFrom(...proofs),
  },
  { requiredKeys: ['category', 'proves', 'points'] },
);
const documentList: fc.Arbitrary<readonly DocumentKind[]> = fc
  .array(document, { minLength: 1, maxLength: 8 })
  .map((list) => list.map((entry, index) => ({ ...entry, id: `d${index}`, name: { en: `d${index}` } })));
const rule: fc.Arbitrary<DocumentRule> = fc.oneof(
  fc.record({
    kind: fc.constant('coverage' as const),
    required: fc.subarray([...proofs], { minLength: 1 }),
    oneDocumentMayProveMany: fc.option(fc.boolean()),
  }),
  fc.record({
    kind: fc.constant('points' as const),
    minimums: fc.array(
      fc.record({ category: fc.constantFrom(...categories), points: fc.integer({ min: 1, max: 9 }) }),
      { minLength: 1, maxLength: 2 },
    ),
    alsoRequired: someProofs,
  }),
  fc.record({
    kind: fc.constant('one-a-or-two-b' as const),
    listA: someCategories,
    listB: someCategories,
    alsoRequired: someProofs,
  }),
  fc.record({
    kind: fc.constant('primary-and-secondary' as const),
    primary: someCategories,
    secondary: someCategories,
    alsoRequired: someProofs,
  }),
);
const ofAnyPolicy: fc.Arbitrary<DocumentsFor> = fc.record({ rule, documents: documentList });
const somethingTicked = fc
  .array(fc.nat({ max: 7 }), { maxLength: 4 })
  .map((indices) => indices.map((index) => `d${index}`));

/** By trying everything: all sets that complete the rule and would not without one of them, the shortest first. */
function allWays(policy: DocumentsFor, ticked: readonly string[]): readonly (readonly string[])[] {
  const completes = (more: readonly string[]) => {
    const { counted } = countShown(shownIn(policy.documents, [...ticked, ...more]));
    return assess(policy.rule, counted).missing.length === 0;
  };
  const ids = policy.documents.map(({ id }) => id);
  const inOrder = (way: readonly string[]) => way.map((id) => ids.indexOf(id));
  return subsets(ids.filter((id) => !ticked.includes(id)))
    .filter(completes)
    .filter((way) => !way.some((id) => completes(way.filter((other) => other !== id))))
    .toSorted((left, right) => {
      if (left.length !== right.length) return left.length - right.length;
      const [one, other] = [inOrder(left), inOrder(right)];
      const at = one.findIndex((place, index) => place !== other[index]);
      return at === -1 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
    });
}

describe('the shortest ways under any rule', () => {
  it('are the first three of all that there are, by size and then in the policy’s order', () => {
    fc.assert(
      fc.property(ofAnyPolicy, somethingTicked, (policy, ticked) => {
        const { satisfied, ways } = evaluateDocuments(policy, ticked);
        expect(ways).toEqual(allWays(policy, ticked).slice(0, 3));
        expect(satisfied).toBe(ways[0]?.length === 0);
      }),
      { numRuns: process.env.COUNTERFOIL_ALL === '1' ? 5_000 : 400 },
    );
  });
});

describe('a rule that was made to be hard', () => {
  // All but one count an even number, and an odd one is needed: no sum of bounds rules thirty of them out.
  const even = (place: number) => 2 + ((place * 2_654_435_761) % 332) * 2;
  const points = (identity: number, residency: number) => [
    { category: 'a', points: identity },
    { category: 'b', points: residency },
  ];
  const documents: readonly DocumentKind[] = [
    ...Array.from({ length: 59 }, (_, place) => points(even(place), 666 - even(place))),
    points(1, 1),
  ].map((each, place) => ({
    id: `d${place}`,
    name: { en: `d${place}` },
    category: 'a',
    proves: [],
    points: each,
  }));
  const hard: DocumentRule = {
    kind: 'points',
    minimums: [
      { category: 'a', points: 9_991 },
      { category: 'b', points: 9_989 },
    ],
    alsoRequired: [],
  };

  it('has a way all the same, in a moment, with nothing too much in it', () => {
    const shown = { rule: hard, documents };
    const before = processorTime();
    const { ways } = evaluateDocuments(shown, []);
    expect(processorTime() - before).toBeLessThan(2_000);
    const [way = []] = ways;
    expect(evaluateDocuments(shown, way).satisfied).toBe(true);
    for (const id of way)
      expect(
        evaluateDocuments(
          shown,
          way.filter((other) => other !== id),
        ).satisfied,
      ).toBe(false);
  });
});

describe('a further document under any rule', () => {
  it('never makes the way longer, and takes no proof away', () => {
    fc.assert(
      fc.property(ofAnyPolicy, somethingTicked, fc.nat({ max: 7 }), (policy, ticked, more) => {
        const before = evaluateDocuments(policy, ticked);
        const after = evaluateDocuments(policy, [...ticked, `d${more}`]);
        expect(after.missing.length).toBeLessThanOrEqual(before.missing.length);
        if (before.ways[0] !== undefined)
          expect(after.ways[0]?.length).toBeLessThanOrEqual(before.ways[0].length);
        expect(after.proven.length + after.missing.length).toBe(before.proven.length + before.missing.length);
        expect(after.satisfied).toBe(after.missing.length === 0);
      }),
    );
  });

  it('counts in any order and however often it is ticked', () => {
    fc.assert(
      fc.property(ofAnyPolicy, somethingTicked, (policy, ticked) => {
        expect(evaluateDocuments(policy, [...ticked, ...ticked].toReversed())).toEqual(
          evaluateDocuments(policy, ticked),
        );
      }),
    );
  });
});
