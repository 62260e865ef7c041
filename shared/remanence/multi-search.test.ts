import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMultiSearch, SHORTEST_PATTERN } from './multi-search.ts';

type Hit = readonly [patternIndex: number, offset: number];

function found(patterns: readonly Uint8Array[], haystack: Uint8Array): readonly Hit[] {
  const hits: Hit[] = [];
  createMultiSearch(patterns).search(haystack, (index, offset) => hits.push([index, offset]));
  return inOrder(hits);
}

function foundNaively(patterns: readonly Uint8Array[], haystack: Uint8Array): readonly Hit[] {
  const hits: Hit[] = [];
  patterns.forEach((pattern, index) => {
    for (let offset = 0; offset + pattern.length <= haystack.length; offset += 1) {
      if (pattern.every((byte, at) => byte === haystack[offset + at])) hits.push([index, offset]);
    }
  });
  return inOrder(hits);
}

function inOrder(hits: readonly Hit[]): readonly Hit[] {
  return hits.toSorted(
    ([index, offset], [otherIndex, otherOffset]) => index - otherIndex || offset - otherOffset,
  );
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Without `size`, fast-check stays near ten bytes. Three letters only, so that patterns overlap, repeat and hold one another. */
const letters = (range: { minLength: number; maxLength: number }) =>
  fc
    .array(fc.integer({ min: 97, max: 99 }), { ...range, size: 'max' })
    .map((values) => Uint8Array.from(values));

describe('search for many patterns', () => {
  it('finds exactly what a naive search finds, in crowded text', () => {
    const patterns = fc.array(letters({ minLength: SHORTEST_PATTERN, maxLength: 9 }), { maxLength: 30 });
    fc.assert(
      fc.property(patterns, letters({ minLength: 0, maxLength: 300 }), (wanted, haystack) => {
        expect(found(wanted, haystack)).toEqual(foundNaively(wanted, haystack));
      }),
      { numRuns: 500 },
    );
  });

  it('finds exactly what a naive search finds, with patterns planted anywhere in any bytes', () => {
    const patterns = fc.array(fc.uint8Array({ minLength: SHORTEST_PATTERN, maxLength: 70 }), {
      minLength: 1,
    });
    const plants = fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 20 });
    fc.assert(
      fc.property(
        patterns,
        fc.uint8Array({ minLength: 80, maxLength: 600, size: 'max' }),
        plants,
        (wanted, noise, planted) => {
          const haystack = Uint8Array.from(noise);
          for (const [which, where] of planted) {
            const pattern = wanted[which % wanted.length] ?? bytes('');
            // Includes the first and the last possible place.
            haystack.set(pattern, where % (haystack.length - pattern.length + 1));
          }
          expect(found(wanted, haystack)).toEqual(foundNaively(wanted, haystack));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('finds every place of a long pattern, on both sides of and across the middle', () => {
    const pattern = bytes('Zobrekimuvaxo');
    for (let offset = 0; offset + pattern.length <= 101; offset += 1) {
      const haystack = new Uint8Array(101);
      haystack.set(pattern, offset);
      expect(found([pattern], haystack)).toEqual([[0, offset]]);
    }
  });

  it('reports overlapping places and equal patterns each by themselves', () => {
    expect(found([bytes('aaaa'), bytes('aaaa')], bytes('aaaaaa'))).toEqual([
      [0, 0],
      [0, 1],
      [0, 2],
      [1, 0],
      [1, 1],
      [1, 2],
    ]);
  });

  it('counts offsets from the start of a view into a larger buffer', () => {
    expect(found([bytes('needle')], bytes('needle hay needle').subarray(6))).toEqual([[0, 5]]);
  });

  it('finds nothing without patterns, in nothing, and in less than a pattern', () => {
    expect(found([], bytes('anything'))).toEqual([]);
    expect(found([bytes('needle')], bytes(''))).toEqual([]);
    expect(found([bytes('needle')], bytes('needl'))).toEqual([]);
    expect(createMultiSearch([]).longest).toBe(0);
  });

  it('refuses a pattern that is too short', () => {
    expect(() => createMultiSearch([bytes('abc')])).toThrow(RangeError);
  });
});
