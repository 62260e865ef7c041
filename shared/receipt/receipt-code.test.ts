import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bytesOfCode, codeOfBytes } from '../base32.ts';
import { custodyKinds } from '../contract/custody.ts';
import { notDoneCodes, spoolOutcomes } from '../contract/receipt.ts';
import {
  type ReceiptContent,
  readReceiptCode,
  receiptCode,
  signedBytesOfReceiptCode,
} from './receipt-code.ts';

const publicKey = new Uint8Array(32).fill(7);
const signature = new Uint8Array(64).fill(9);
const BYTES = 125;

const bit = fc.constantFrom(0 as const, 1 as const);
const anyContent: fc.Arbitrary<ReceiptContent> = fc.record({
  kiosk: fc.constantFrom('00'.repeat(16), '000102030405060708090a0b0c0d0e0f', 'ff'.repeat(16)),
  day: fc.constantFrom(
    { year: 1, month: 1, day: 1 },
    { year: 2026, month: 2, day: 12 },
    { year: 9999, month: 12, day: 31 },
  ),
  practice: fc.boolean(),
  custody: fc.constantFrom(...custodyKinds),
  search: fc.oneof(
    fc.constant({ kind: 'not-searched' as const }),
    fc.record({
      ...{ kind: fc.constant('searched' as const), hits: fc.constant(0 as const) },
      files: fc.integer({ min: 2, max: 15 }).map((power) => 10 ** power),
      bytes: fc.integer({ min: 7, max: 15 }).map((power) => 10 ** power),
      ...{ tooShort: bit, alsoOwn: bit, unreadable: bit },
    }),
  ),
  spool: fc.constantFrom(...spoolOutcomes),
  notDone: fc.subarray([...notDoneCodes]),
});

it('what a receipt says comes back out of its code, and what was signed with it', () => {
  fc.assert(
    fc.property(anyContent, (content) => {
      const code = receiptCode(content, publicKey, signature);
      expect(code).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4} ){49}[0-9A-HJKMNP-TV-Z]{4}$/);
      const signedBytes = signedBytesOfReceiptCode(content);
      expect(readReceiptCode(code)).toEqual({
        ok: true,
        value: { content, publicKey, signedBytes, signature },
      });
    }),
  );
});

it('no two contents sign the same bytes', () => {
  fc.assert(
    fc.property(anyContent, anyContent, (one, other) => {
      const [first, second] = [one, other].map((each) =>
        Buffer.from(signedBytesOfReceiptCode(each)).toString('hex'),
      );
      fc.pre(JSON.stringify(one) !== JSON.stringify(other));
      expect(first).not.toBe(second);
    }),
  );
});

const content: ReceiptContent = {
  ...{ kiosk: '0f'.repeat(16), day: { year: 2026, month: 2, day: 12 }, practice: false, custody: 'memory' },
  ...{ search: { kind: 'not-searched' }, spool: 'purged', notDone: [] },
};

it.each([
  ['format', 0, 2],
  ['day', 19, 99],
  ['practice', 21, 2],
  ['custody', 22, 2],
  ['search', 23, 2],
  ['files of no search', 24, 2],
  ['bits of no search', 26, 1],
  ['printer’s side', 27, 3],
  ['bits of what was not done', 28, 128],
])('bytes that no kiosk writes are no code: %s', (_name, place, value) => {
  const bytes = bytesOfCode(receiptCode(content, publicKey, signature), BYTES) ?? expect.fail('a code');
  expect(readReceiptCode(codeOfBytes(bytes)).ok).toBe(true);
  expect(readReceiptCode(codeOfBytes(bytes.with(place, value)))).toEqual({ ok: false, error: 'no-code' });
});

it('one content has one code: neither another order nor an exact figure is written', () => {
  const notDone: ReceiptContent['notDone'] = ['ribbon-not-destroyed', 'search-was-not-possible'];
  expect(() => signedBytesOfReceiptCode({ ...content, notDone })).toThrow('one order');
  const search = {
    kind: 'searched',
    files: 312,
    bytes: 10_000_000,
    tooShort: 0,
    alsoOwn: 0,
    hits: 0,
    unreadable: 0,
  } as const;
  expect(() => signedBytesOfReceiptCode({ ...content, search })).toThrow('a power of ten');
});
