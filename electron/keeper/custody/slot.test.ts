import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomKey } from './guarded.ts';
import { id } from './sample.test-support.ts';
import { layFreeSlot, layUsedSlot, openSlot, readSlot, SLOT_BYTES } from './slot.ts';

const place = { slot: 3, application: id(0xabc) };
const keys = { key: randomKey(), deviceKey: randomKey() };

function used(): Buffer {
  const page = Buffer.alloc(SLOT_BYTES);
  layUsedSlot(page, place, keys);
  return page;
}

describe('a slot', () => {
  it('tells whose it is without the device key, and gives the key with it', () => {
    const page = used();
    expect(readSlot(page)).toEqual({ kind: 'used', application: place.application });
    const into = Buffer.alloc(32);
    expect(openSlot(page, place, keys.deviceKey, into)).toBe(true);
    expect(into.equals(keys.key)).toBe(true);
    expect(page.includes(keys.key)).toBe(false);
  });

  it('opens neither elsewhere, nor for another application, nor under another key', () => {
    const [page, into] = [used(), Buffer.alloc(32)];
    expect(openSlot(page, { ...place, slot: 4 }, keys.deviceKey, into)).toBe(false);
    expect(openSlot(page, { ...place, application: id(1) }, keys.deviceKey, into)).toBe(false);
    expect(openSlot(page, place, randomKey(), into)).toBe(false);
    expect(into.every((byte) => byte === 0)).toBe(true);
  });

  it('is random wherever nothing is written: no two pages are alike in any stretch', () => {
    const [first, second, free] = [used(), used(), Buffer.alloc(SLOT_BYTES)];
    layFreeSlot(free);
    for (let at = 24; at + 16 <= SLOT_BYTES; at += 16) {
      const stretch = first.subarray(at, at + 16);
      expect(second.subarray(at, at + 16).equals(stretch)).toBe(false);
      expect(free.subarray(at, at + 16).equals(stretch)).toBe(false);
    }
  });

  it('is told from a free one, from one never written, from a later version and from anything else', () => {
    const free = Buffer.alloc(SLOT_BYTES);
    expect(readSlot(free)).toEqual({ kind: 'free' });
    layFreeSlot(free);
    expect(readSlot(free)).toEqual({ kind: 'free' });
    const later = used();
    later[4] = 2;
    expect(readSlot(later)).toEqual({ kind: 'newer' });
    expect(readSlot(Buffer.alloc(SLOT_BYTES, 'a text that is not ours '))).toEqual({ kind: 'foreign' });
  });

  it('notices every changed byte of what matters', () => {
    const into = Buffer.alloc(32);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const page = used();
        page[at] = (page[at] ?? 0) ^ change;
        const content = readSlot(page);
        if (content.kind !== 'used') return;
        const claimed = { slot: place.slot, application: content.application };
        expect(openSlot(page, claimed, keys.deviceKey, into)).toBe(false);
      }),
    );
  });
});
