/** The two alphabets of RFC 4648; they differ in the last two characters only. */
export const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
export const BASE64_URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** How many bytes of something else stand before the value within its group of three. */
export type Alignment = 0 | 1 | 2;

/**
 * The characters that base64 must show for `bytes`, wherever in a longer text they stand.
 *
 * Three bytes become four characters, so the same value looks different at each of the three alignments,
 * and its first and last character may mix in bits of a neighbour. Those edge characters are cut off.
 */
export function base64Core(bytes: Uint8Array, alignment: Alignment, alphabet: string): Uint8Array {
  const bitsBefore = alignment * 8;
  const first = Math.ceil(bitsBefore / 6);
  const last = Math.floor((bitsBefore + bytes.length * 8) / 6);
  const characters = new Uint8Array(Math.max(0, last - first));
  for (let index = 0; index < characters.length; index += 1) {
    const bit = (first + index) * 6 - bitsBefore;
    const pair = ((bytes[bit >> 3] ?? 0) << 8) | (bytes[(bit >> 3) + 1] ?? 0);
    characters[index] = alphabet.charCodeAt((pair >> (10 - (bit & 7))) & 63);
  }
  return characters;
}
