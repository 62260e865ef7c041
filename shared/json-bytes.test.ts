import fc from 'fast-check';
import { expect, it } from 'vitest';
import { jsonInBytes } from './json-bytes.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

it('reads what was written, and of bytes that are cut off nothing', () => {
  fc.assert(
    fc.property(fc.record({ name: fc.string({ unit: 'binary' }), count: fc.integer() }), (value) => {
      const bytes = bytesOf(JSON.stringify(value));
      expect(jsonInBytes(bytes)).toEqual(value);
      expect(jsonInBytes(bytes.subarray(0, -1))).toBeNull();
    }),
  );
});

it.each([
  ['nothing', new Uint8Array()],
  ['no JSON', bytesOf('{"schema": 1')],
  ['two values', bytesOf('{} {}')],
  // A lenient decoder makes a replacement character of the byte, and the text would be JSON.
  ['no UTF-8', Uint8Array.from([0x22, 0xff, 0x22])],
])('is null for %s', (_what, bytes) => {
  expect(jsonInBytes(bytes)).toBeNull();
});

it('reads anything without throwing', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      expect(jsonInBytes(bytes)).not.toBeUndefined();
    }),
  );
});
