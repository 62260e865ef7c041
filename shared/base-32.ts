/** Crockford's base 32: no letter looks like a figure, and O, I and L are read as the figures they look like. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The bytes in groups of four characters, that can be read aloud and typed. For lengths that leave no bit over. */
export function toBase32Groups(bytes: Uint8Array): string {
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
  return (text.match(/.{1,4}/g) ?? []).join(' ');
}

/**
 * Reads so many bytes as they were scanned or typed: groups, case, and what was taken for another character do not
 * matter. Null: it has another length, or a character that is none.
 */
export function fromBase32(text: string, length: number): Uint8Array | null {
  const typed = text.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  if (typed.length !== (length * 8) / 5) return null;
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
