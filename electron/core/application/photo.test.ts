import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { processorTime } from '../../../tests/support/processor-time.ts';
import { drawnPhoto } from '../../lib/drawing/photo.test-support.ts';
import { isPhoto } from './photo.ts';

const good = drawnPhoto();

describe('a photo', () => {
  it('is a JPEG of 480 by 600 pixels, also inside another buffer', () => {
    expect(isPhoto(good)).toBe(true);
    const inside = new Uint8Array(good.byteLength + 100);
    inside.set(good, 50);
    expect(isPhoto(inside.subarray(50, 50 + good.byteLength))).toBe(true);
  });

  it('is nothing of another size, kind or weight', () => {
    expect(isPhoto(drawnPhoto(1, [600, 480]))).toBe(false);
    expect(isPhoto(drawnPhoto(1, [481, 600]))).toBe(false);
    expect(isPhoto(new Uint8Array())).toBe(false);
    expect(isPhoto(Buffer.from('<svg width="480" height="600"/>'))).toBe(false);
    const heavy = new Uint8Array(400_001);
    heavy.set(good);
    expect(isPhoto(heavy)).toBe(false);
    expect(isPhoto(heavy.subarray(0, 400_000))).toBe(true);
  });

  it('is decided on for any bytes, quickly and without an exception', () => {
    const header = good.subarray(0, 700);
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 2000, size: 'max' }),
      fc.uint8Array({ maxLength: 300 }).map((tail) => Uint8Array.from([0xff, 0xd8, ...tail])),
      // The good header, cut off or with some bytes changed.
      fc.nat({ max: header.byteLength }).map((length) => header.subarray(0, length)),
      fc
        .array(fc.tuple(fc.nat({ max: header.byteLength - 1 }), fc.nat({ max: 255 })), { maxLength: 20 })
        .map((changes) => {
          const changed = Uint8Array.from(header);
          for (const [at, byte] of changes) changed[at] = byte;
          return changed;
        }),
    );
    let accepted = 0;
    fc.assert(
      fc.property(bytes, (candidate) => {
        accepted += isPhoto(candidate) ? 1 : 0;
      }),
      { numRuns: 3000 },
    );
    expect(accepted).toBeGreaterThan(0);
  });

  it('is not looked for longer than there are bytes, however small the segments say they are', () => {
    const endless = new Uint8Array(400_000).fill(0xff, 0, 2);
    endless[1] = 0xd8;
    for (let at = 2; at + 4 < endless.byteLength; at += 2) endless.set([0xff, 0x00], at);
    const began = processorTime();
    expect(isPhoto(endless)).toBe(false);
    expect(processorTime() - began).toBeLessThan(1000);
  });
});
