import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyEntry } from './arbitrary-entry.test-support.ts';
import { kindOfBytes } from './check-entry.ts';
import { decodeEntry, encodeEntry } from './encode-entry.ts';
import { sampleEntries } from './sample-entries.test-support.ts';

/** What the careful way says of the same bytes. */
function carefulKind(bytes: Uint8Array): string | undefined {
  const decoded = decodeEntry(bytes);
  return decoded.ok ? decoded.value.kind : undefined;
}

describe('the kind of an entry’s bytes', () => {
  it('is that of every entry, wherever it lies', () => {
    fc.assert(
      fc.property(anyEntry, fc.uint8Array(), fc.uint8Array(), (entry, before, after) => {
        const bytes = encodeEntry(entry);
        const around = Uint8Array.of(...before, ...bytes, ...after);
        expect(kindOfBytes(around, before.length, before.length + bytes.length)).toBe(entry.kind);
      }),
    );
  });

  it('is none where there is nothing to read back, and the same everywhere else', () => {
    fc.assert(
      fc.property(anyEntry, fc.nat(), fc.integer({ min: 1, max: 255 }), (entry, position, change) => {
        const bytes = encodeEntry(entry);
        const index = position % bytes.length;
        const changed = bytes.with(index, (bytes[index] ?? 0) ^ change);
        expect(kindOfBytes(changed, 0, changed.length)).toBe(carefulKind(changed));
      }),
      { numRuns: 20_000 },
    );
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => kindOfBytes(bytes, 0, bytes.length) === carefulKind(bytes)),
    );
  });

  it('is the same for every single byte of every kind changed in every way', () => {
    for (const bytes of sampleEntries.map(encodeEntry)) {
      for (let index = 0; index < bytes.length; index += 1) {
        for (const value of [0, 1, 2, 31, 63, 98, 127, 128, 255]) {
          const changed = bytes.with(index, value);
          expect(kindOfBytes(changed, 0, changed.length)).toBe(carefulKind(changed));
        }
      }
    }
  });

  it('is none for an entry cut short or made longer', () => {
    for (const bytes of sampleEntries.map(encodeEntry)) {
      for (let length = 0; length < bytes.length; length += 1) {
        expect(kindOfBytes(bytes, 0, length)).toBeUndefined();
      }
      expect(kindOfBytes(Uint8Array.of(...bytes, 0), 0, bytes.length + 1)).toBeUndefined();
    }
  });
});
