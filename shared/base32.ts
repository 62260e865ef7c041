/** Crockford's base 32: no letter looks like a figure, and O, I and L are read as the figures they look like. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Bytes as the text of a code, in groups of four: read aloud, typed or scanned. Five bytes are eight characters. */
export function codeOfBytes(bytes: Uint8Array): string {
  if (bytes.length % 5 !== 0) throw new Error('a code leaves no bit over: each of its characters counts');
  let text = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xffff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET[(held >>> bits) & 31] ?? '';
    }
  }
  return (text.match(/.{4}/g) ?? []).join(' ');
}

/**
 * The bytes of a code as it was scanned or typed: groups, case, and what was taken for another character do not matter.
 * Null: it has another length than codes of so many bytes, or a character that no code has.
 */
export function bytesOfCode(text: string, length: number): Uint8Array | null {
  const typed = text.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  if (typed.length * 5 !== length * 8) return null;
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const character of typed) {
    const value = ALPHABET.indexOf(character);
    if (value === -1) return null;
    held = ((held << 5) | value) & 0xffff;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >>> bits) & 0xff);
  }
  return Uint8Array.from(bytes);
}
