import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyEntry } from './arbitrary-entry.ts';
import { decodeEntry, encodeEntry } from './encode-entry.ts';
import { hexOfBytes } from './encode-field.ts';
import { isLedgerEntry, type LedgerEntry } from './entries.ts';
import { sampleEntries } from './sample-entries.ts';

/** Bytes as they were first written. A change here makes every ledger in the field unverifiable. */
const written: Readonly<Record<LedgerEntry['kind'], string>> = {
  opened: `066f70656e656406019c5b60da8010000102030405060708090a0b0c0d0e0f20${'ff'.repeat(32)}`,
  issued: '066973737565640401352576077669727475616c0101',
  spoiled: '0773706f696c6564040135257607736d7564676564',
  wiped: '057769706564040135257606697373756564066d656d6f7279087365617263686564012a0313d6200100010b',
  locked: '066c6f636b656404013525760d6b65792d64657374726f796564',
};

describe('canonical bytes', () => {
  it.each(sampleEntries.map((entry) => [entry.kind, entry] as const))(
    'of %s stay as they are',
    (kind, entry) => {
      expect(hexOfBytes(encodeEntry(entry))).toBe(written[kind]);
    },
  );

  it('can be read back, and are the only ones for their entry', () => {
    fc.assert(
      fc.property(anyEntry, (entry) => {
        expect(isLedgerEntry(entry)).toBe(true);
        expect(decodeEntry(encodeEntry(entry))).toEqual({ ok: true, value: entry });
      }),
    );
  });

  it('do not depend on the order in which an entry was put together', () => {
    fc.assert(
      fc.property(anyEntry, (entry) => {
        const reversed: unknown = Object.fromEntries(Object.entries(entry).reverse());
        if (!isLedgerEntry(reversed)) throw new Error('still an entry');
        expect(encodeEntry(reversed)).toEqual(encodeEntry(entry));
      }),
    );
  });

  it('differ between different entries', () => {
    fc.assert(
      fc.property(anyEntry, anyEntry, (left, right) => {
        const same = JSON.stringify(left) === JSON.stringify(right);
        expect(hexOfBytes(encodeEntry(left)) === hexOfBytes(encodeEntry(right))).toBe(same);
      }),
    );
  });

  it('are short', () => {
    fc.assert(fc.property(anyEntry, (entry) => encodeEntry(entry).length <= 80));
  });

  it('are not made of what is no entry: that is a bug', () => {
    const entry: LedgerEntry = {
      kind: 'issued',
      day: { year: 2026, month: 2, day: 30 },
      printer: 'virtual',
      attempts: 1,
    };
    expect(() => encodeEntry(entry)).toThrow('not a ledger entry');
  });
});

describe('other bytes', () => {
  it('are read only if they are the canonical ones of the entry they say', () => {
    fc.assert(
      fc.property(anyEntry, fc.nat(), fc.integer({ min: 1, max: 255 }), (entry, position, change) => {
        const bytes = encodeEntry(entry);
        const index = position % bytes.length;
        const changed = bytes.with(index, (bytes[index] ?? 0) ^ change);
        const decoded = decodeEntry(changed);
        if (decoded.ok) expect(encodeEntry(decoded.value)).toEqual(changed);
      }),
    );
    fc.assert(fc.property(fc.uint8Array(), (bytes) => !decodeEntry(bytes).ok));
  });

  it('cut short, made longer, or with a number in a longer form, are refused', () => {
    for (const bytes of sampleEntries.map(encodeEntry)) {
      for (let length = 0; length < bytes.length; length += 1) {
        expect(decodeEntry(bytes.subarray(0, length)).ok).toBe(false);
      }
      expect(decodeEntry(Uint8Array.of(...bytes, 0)).ok).toBe(false);
    }
    const attempts = encodeEntry(
      sampleEntries[1] ?? { kind: 'locked', day: { year: 1, month: 1, day: 1 }, step: 'searched' },
    );
    expect([...attempts.slice(-2)]).toEqual([1, 1]);
    expect(decodeEntry(Uint8Array.of(...attempts.slice(0, -2), 2, 0, 1)).ok).toBe(false);
  });
});
