/** ISO/IEC 7064:2003, MOD 37-2: thirty-six values for digits and letters, and `*` for the thirty-seventh. */
const VALUES = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*';
const MODULUS = 37;
const RADIX = 2;

/**
 * The check character of ISO/IEC 7064 MOD 37-2 for a text of digits and capital letters.
 *
 * Why this system: 37 is prime and larger than any difference of two characters, and 2 generates all 36
 * residues, so one wrong character and any two characters exchanged (adjacent or not) are always caught. The
 * hybrid MOD 37,36 misses some exchanges, and two check characters would cost a random one.
 *
 * `null` when the text holds anything else. The answer may be `*`.
 */
export function checkCharacterOf(text: string): string | null {
  let sum = 0;
  for (const character of text) {
    const value = VALUES.indexOf(character);
    if (value < 0 || value === MODULUS - 1) return null;
    sum = ((sum + value) * RADIX) % MODULUS;
  }
  return VALUES.charAt((MODULUS + 1 - sum) % MODULUS);
}
