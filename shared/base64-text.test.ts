import { expect, it } from 'vitest';
import { publicKeyText, signatureText } from './base64-text.ts';

const bytes = (length: number): string =>
  Buffer.from(Array.from({ length }, (_none, index) => (index * 151 + 7) % 256)).toString('base64');

it.each([
  ['a signature', signatureText, 64],
  ['a public key', publicKeyText, 44],
] as const)('%s has its bytes, in the one text that they have', (_name, schema, length) => {
  const text = bytes(length);
  expect(schema.safeParse(text).success).toBe(true);
  for (const last of [0, 1, 127, 128, 255]) {
    const other = Buffer.alloc(length, last).toString('base64');
    expect(schema.safeParse(other).success).toBe(true);
  }
  // As many characters, and more bytes.
  for (const more of [1, 2]) {
    const longer = bytes(length + more);
    if (longer.length === text.length) expect(schema.safeParse(longer).success, longer).toBe(false);
  }
  // The same bytes in another text.
  const unpadded = text.replaceAll('=', '');
  const pad = text.slice(unpadded.length);
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const next = alphabet[alphabet.indexOf(unpadded.slice(-1)) + 1] ?? '';
  const other = `${unpadded.slice(0, -1)}${next}${pad}`;
  expect(Buffer.from(other, 'base64')).toEqual(Buffer.from(text, 'base64'));
  expect(schema.safeParse(other).success).toBe(false);
  for (const wrong of [`${text}\n`, ` ${text}`, text.slice(4), unpadded, text.replaceAll('=', 'A'), ''])
    expect(schema.safeParse(wrong).success, wrong).toBe(false);
});
