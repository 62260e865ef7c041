import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { processorTime } from '../../tests/support/processor-time.ts';
import { DISTINCT_VALUES, FINGERPRINT_BYTES, fingerprintsOf, HEADER_BYTES } from './fingerprints.ts';

/** Bytes without visible order, the same at each run. */
function noise(length: number): Uint8Array {
  let state = 1;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 24;
  });
}

function offsetsOf(bytes: Uint8Array, fingerprints: readonly Uint8Array[]): readonly number[] {
  return fingerprints.map((fingerprint) => Buffer.from(bytes).indexOf(fingerprint));
}

describe('fingerprints of a produced file', () => {
  it('are spread over the file and leave its header alone', () => {
    const file = noise(40_000);
    const offsets = offsetsOf(file, fingerprintsOf(file, 8));
    expect(offsets).toHaveLength(8);
    offsets.forEach((offset, index) => {
      expect(offset).toBeGreaterThanOrEqual(HEADER_BYTES + Math.floor((index * (40_000 - HEADER_BYTES)) / 8));
      expect(offset).toBeLessThan(HEADER_BYTES + ((index + 1) * (40_000 - HEADER_BYTES)) / 8);
    });
  });

  it('are the same for the same bytes', () => {
    expect(fingerprintsOf(noise(5_000), 6)).toEqual(fingerprintsOf(noise(5_000), 6));
  });

  it('avoid blank stretches and find the drawn part on either side of the middle', () => {
    const before = new Uint8Array(20_000).fill(255);
    before.set(noise(200), 2_000);
    expect(fingerprintsOf(before, 1)).toHaveLength(1);
    const after = new Uint8Array(20_000).fill(255);
    after.set(noise(200), 18_000);
    expect(fingerprintsOf(after, 1)).toHaveLength(1);
  });

  it('give fewer, or none, where there is nothing distinctive', () => {
    expect(fingerprintsOf(new Uint8Array(100_000), 8)).toEqual([]);
    expect(fingerprintsOf(noise(FINGERPRINT_BYTES - 1), 8)).toEqual([]);
    expect(fingerprintsOf(new Uint8Array(0), 8)).toEqual([]);
    expect(fingerprintsOf(noise(5_000), 0)).toEqual([]);
  });

  it('take milliseconds on the pixels of a blank card', () => {
    const started = processorTime();
    fingerprintsOf(new Uint8Array(8_000_000), 8);
    expect(processorTime() - started).toBeLessThan(1_000);
  });

  it('are always different, distinctive stretches of the file', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 4_000, size: 'max' }),
        fc.integer({ min: 0, max: 40 }),
        (file, count) => {
          const fingerprints = fingerprintsOf(file, count);
          expect(fingerprints.length).toBeLessThanOrEqual(count);
          for (const fingerprint of fingerprints) {
            expect(fingerprint).toHaveLength(FINGERPRINT_BYTES);
            expect(new Set(fingerprint).size).toBeGreaterThanOrEqual(DISTINCT_VALUES);
          }
          expect(offsetsOf(file, fingerprints)).not.toContain(-1);
          expect(new Set(fingerprints.map((fingerprint) => fingerprint.join())).size).toBe(
            fingerprints.length,
          );
        },
      ),
    );
  });
});
