/** One decimal digit of any script. */
const DIGIT = /^\p{Nd}$/u;

/** How many digits a script has; Unicode lays every script's digits out as one ascending run of ten. */
const DIGITS_PER_SCRIPT = 10;

function digitValue(codePoint: number): number {
  let start = codePoint;
  while (start > 0 && DIGIT.test(String.fromCodePoint(start - 1))) {
    start -= 1;
  }
  // Runs may touch (the mathematical digits do), so the distance is taken modulo ten.
  return (codePoint - start) % DIGITS_PER_SCRIPT;
}

/**
 * Replaces the decimal digits of every script by 0–9 and leaves all else alone.
 *
 * Why: whoever reads the screen in Arabic or Hindi may well type ٢٤ or २४, and a Chinese or Japanese
 * keyboard types ２４. Refusing them would be refusing the person. The card carries 0–9, because an
 * emergency crew and a library scanner must be able to use the number.
 * Source of the layout: The Unicode Standard, section 4.6 (Nd characters form contiguous ascending runs).
 */
export function toAsciiDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => String(digitValue(digit.codePointAt(0) ?? 0)));
}
