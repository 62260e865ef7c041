import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ChunkedSearch, createChunkedSearch } from './chunked-search.ts';
import type { SearchPattern } from './patterns.ts';

function raw(label: string, text: string): SearchPattern {
  return { label, encoding: 'raw', bytes: new TextEncoder().encode(text) };
}

function feed(search: ChunkedSearch, chunk: Uint8Array, found: string[]): void {
  search.room().set(chunk);
  search.push(chunk.length, ({ label }, position) => found.push(`${label}@${position}`));
}

describe('search in chunks', () => {
  it('finds each occurrence once, however the bytes are cut', () => {
    const patterns = [raw('short', 'abab'), raw('long', 'abababcc'), raw('longest', 'ccabababccabab')];
    const pieces = fc.array(fc.constantFrom('ab', 'cc', 'ababab', 'x'), { maxLength: 30, size: 'max' });
    const cuts = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(pieces, cuts, (words, sizes) => {
        const text = new TextEncoder().encode(words.join(''));
        const whole: string[] = [];
        createChunkedSearch(patterns, 1).searchWhole(text, ({ label }, offset) =>
          whole.push(`${label}@${offset}`),
        );

        const search = createChunkedSearch(patterns, 7);
        const cut: string[] = [];
        search.start(0);
        for (let at = 0, turn = 0; at < text.length; turn += 1) {
          const size = sizes[turn % sizes.length] ?? 1;
          feed(search, text.subarray(at, at + size), cut);
          at += size;
        }
        expect(cut.toSorted()).toEqual(whole.toSorted());
      }),
      { numRuns: 500 },
    );
  });

  it('counts from the given position and carries nothing into a new run', () => {
    const search = createChunkedSearch([raw('canary', 'canary')], 16);
    const found: string[] = [];
    search.start(1_000);
    feed(search, new TextEncoder().encode('.can'), found);
    feed(search, new TextEncoder().encode('ary'), found);
    search.start(5_000);
    feed(search, new TextEncoder().encode('..can'), found);
    search.start(9_000);
    feed(search, new TextEncoder().encode('ary'), found);
    expect(found).toEqual(['canary@1001']);
  });

  it('leaves nothing in its buffer once it forgets', () => {
    const search = createChunkedSearch([raw('canary', 'canary')], 16);
    search.start(0);
    const { buffer } = search.room();
    feed(search, new TextEncoder().encode('a person'), []);
    expect(new Uint8Array(buffer).some((byte) => byte !== 0)).toBe(true);
    search.forget();
    expect(new Uint8Array(buffer).every((byte) => byte === 0)).toBe(true);
  });
});
