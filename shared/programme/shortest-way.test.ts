import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DocumentKind, type DocumentRule, proofs } from './documents.ts';
import { evaluateDocuments } from './evaluate-documents.ts';
import { subsets } from './subsets.test-support.ts';

describe('the shortest way under any rule', () => {
  const categories = ['a', 'b', 'c'] as const;
  const someProofs = fc.subarray([...proofs]);
  const someCategories = fc.subarray([...categories], { minLength: 1 });
  const points = fc.integer({ min: 1, max: 5 });
  const document = fc.record({
    category: fc.constantFrom(...categories),
    proves: someProofs,
    points: fc.array(fc.record({ category: fc.constantFrom(...categories), points: fc.option(points) }), {
      maxLength: 2,
    }),
  });
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
        {
          minLength: 1,
          maxLength: 2,
        },
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
  const case_ = fc.tuple(rule, documentList, fc.array(fc.nat({ max: 7 }), { maxLength: 4 }));

  it('is as short as the shortest of all subsets, and completes the rule', () => {
    fc.assert(
      fc.property(case_, ([anyRule, documents, indices]) => {
        const ticked = indices.map((index) => `d${index}`);
        const { satisfied, shortestWay } = evaluateDocuments(anyRule, documents, ticked);
        const completes = (more: readonly string[]) =>
          evaluateDocuments(anyRule, documents, [...ticked, ...more]).satisfied;
        const others = documents.map(({ id }) => id).filter((id) => !ticked.includes(id));
        const lengths = subsets(others)
          .filter(completes)
          .map((way) => way.length);
        if (lengths.length === 0) {
          expect({ satisfied, shortestWay }).toEqual({ satisfied: false, shortestWay: [] });
        } else {
          expect(shortestWay).toHaveLength(Math.min(...lengths));
          expect(completes(shortestWay)).toBe(true);
          expect(satisfied).toBe(shortestWay.length === 0);
        }
        expect(shortestWay.filter((id) => ticked.includes(id))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('never gets longer by a further tick, and no proof is lost by one', () => {
    fc.assert(
      fc.property(case_, fc.nat({ max: 7 }), ([anyRule, documents, indices], more) => {
        const ticked = indices.map((index) => `d${index}`);
        const before = evaluateDocuments(anyRule, documents, ticked);
        const after = evaluateDocuments(anyRule, documents, [...ticked, `d${more}`]);
        expect(after.missing.length).toBeLessThanOrEqual(before.missing.length);
        expect(after.shortestWay.length).toBeLessThanOrEqual(before.shortestWay.length);
        expect(after.proven.length + after.missing.length).toBe(before.proven.length + before.missing.length);
      }),
    );
  });
});
