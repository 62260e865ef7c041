import { err, ok, type Result } from '../result.ts';
import type { ForbiddenCharacter } from './characters.ts';
import { toAsciiDigits } from './digits.ts';
import { type TooLong, tidy } from './text-answer.ts';

/** Too few or too many digits. */
export interface WrongDigitCount {
  readonly kind: 'wrong-digit-count';
  readonly minimum: number;
  readonly maximum: number;
  readonly digits: number;
}

/** What can be wrong with a number that is written with digits. */
export type NumberProblem = WrongDigitCount | TooLong | ForbiddenCharacter;

/** E.164 allows 15 digits; the rest is room for an extension. Five: short service numbers. */
const PHONE_DIGITS = { minimum: 5, maximum: 20 } as const;
/** Twenty digits in groups, with brackets: as long as a line of the card can be. */
const PHONE_LENGTH = 32;

/** Every hyphen that a keyboard or a copied text brings along. */
const HYPHENS = /[‐‑–]/g;

function firstOutside(text: string, allowed: RegExp): ForbiddenCharacter | null {
  for (const character of text) {
    if (!allowed.test(character)) {
      return { kind: 'forbidden-character', character, reason: 'not-in-a-number' };
    }
  }
  return null;
}

function countedDigits(
  text: string,
  range: { readonly minimum: number; readonly maximum: number },
): WrongDigitCount | null {
  const digits = text.replace(/[^0-9]/g, '').length;
  return digits < range.minimum || digits > range.maximum
    ? { kind: 'wrong-digit-count', ...range, digits }
    : null;
}

/**
 * Checks a telephone number: 5 to 20 digits of any script, spaces, ( ) - . and a + before the first digit.
 * The grouping stays as typed, because people read numbers in groups. Empty: `null`.
 */
export function checkPhone(typed: string): Result<string | null, NumberProblem> {
  const text = toAsciiDigits(tidy(typed)).replace(HYPHENS, '-');
  if (text === '') {
    return ok(null);
  }
  // One + may stand before the first digit; any other is found by the check of the rest.
  const withoutPlus = text.replace(/^([^0-9+]*)\+/, '$1');
  const forbidden = firstOutside(withoutPlus, /^[0-9 ().-]$/);
  if (forbidden !== null) {
    return err(forbidden);
  }
  const count = countedDigits(text, PHONE_DIGITS);
  if (count !== null) {
    return err(count);
  }
  return text.length > PHONE_LENGTH
    ? err({ kind: 'too-long', limit: PHONE_LENGTH, length: text.length })
    : ok(text);
}

/** Checks a number of digits of any script; spaces are dropped. Empty: `null`. */
export function checkDigits(
  typed: string,
  { minimum, maximum }: { readonly minimum: number; readonly maximum: number },
): Result<string | null, NumberProblem> {
  const text = toAsciiDigits(tidy(typed)).replaceAll(' ', '');
  if (text === '') {
    return ok(null);
  }
  const problem = firstOutside(text, /^[0-9]$/) ?? countedDigits(text, { minimum, maximum });
  return problem === null ? ok(text) : err(problem);
}
