import { err, ok, type Result } from '../result.ts';

/** Crockford's base 32: without I, L and O, which are taken for 1, 1 and 0, and without U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Twenty characters of five random bits each. */
const RANDOM_CHARACTERS = 20;

/** And one that shows whether they were misread. */
export const RECOVERY_CODE_LENGTH = RANDOM_CHARACTERS + 1;

declare const recoveryCodeBrand: unique symbol;

/** A recovery code whose check character is right, in capitals without spaces. Says nothing about whether it is in force. */
export type RecoveryCode = string & { readonly [recoveryCodeBrand]: true };

/** x⁵ + x² + 1, under which 2 generates all of the 31 values that are not 0. */
const POLYNOMIAL = 0b100101;

/**
 * What the characters come to in the field of 32 elements: 0 for a whole code. Each place has a weight of its own, so
 * one wrong character and any two that are exchanged always come to something else, and every value is a character:
 * no code has to be thrown away for its check character, which would cost some of its bits.
 */
function checksum(values: readonly number[]): number {
  return values.reduce((sum, value) => {
    const doubled = sum << 1;
    return (doubled >= ALPHABET.length ? doubled ^ POLYNOMIAL : doubled) ^ value;
  }, 0);
}

function isRecoveryCode(text: string): text is RecoveryCode {
  const values = [...text].map((character) => ALPHABET.indexOf(character));
  return text.length === RECOVERY_CODE_LENGTH && !values.includes(-1) && checksum(values) === 0;
}

/** A new code of 100 random bits. */
export function createRecoveryCode(randomBytes: (count: number) => Uint8Array): RecoveryCode {
  const values = Array.from(randomBytes(RANDOM_CHARACTERS), (byte) => byte % ALPHABET.length);
  const code = [...values, checksum([...values, 0])].map((value) => ALPHABET.charAt(value)).join('');
  if (!isRecoveryCode(code))
    throw new Error('the random source does not give as many bytes as it was asked for');
  return code;
}

/** The code as it is written on paper: in groups of four. */
export function formatRecoveryCode(code: RecoveryCode): string {
  return code.replace(/(.{4})(?=.)/g, '$1 ');
}

/**
 * Reads a code as people write and type it: in any case, with any spaces and dashes, with O for 0 and I or L for 1.
 * `misread`: it cannot be one, whichever codes there are.
 */
export function readRecoveryCode(typed: string): Result<RecoveryCode, { readonly kind: 'misread' }> {
  const compact = typed
    .replace(/[\s\p{Dash}]/gu, '')
    .toUpperCase()
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  return isRecoveryCode(compact) ? ok(compact) : err({ kind: 'misread' });
}
