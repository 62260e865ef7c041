import { MOST_BLANKS, MOST_CENTS } from '../contract/counter-day/day-acts.ts';
import { err, ok, type Result } from '../result.ts';

/** Why what was typed is no number that can be meant. */
export type CountedProblem = 'empty' | 'no-number' | 'too-many';

/** Reads a number of blank cards: digits alone. */
export function readBlanks(typed: string): Result<number, CountedProblem> {
  const text = typed.trim();
  if (text === '') return err('empty');
  if (!/^\d+$/.test(text)) return err('no-number');
  const number = Number(text);
  return number > MOST_BLANKS ? err('too-many') : ok(number);
}

/**
 * Reads an amount of money into the smallest unit of its currency: whole units, or all the digits behind the point
 * ("280", "1,280.50"). `digits`: how many those are.
 */
export function readMoney(typed: string, digits: number): Result<number, CountedProblem> {
  const text = typed.trim();
  if (text === '') return err('empty');
  const fraction = digits === 0 ? '' : `(?:\\.(\\d{${digits}}))?`;
  const parts = new RegExp(`^(\\d+|\\d{1,3}(?:,\\d{3})+)${fraction}$`).exec(text);
  if (parts === null) return err('no-number');
  const units = Number((parts[1] ?? '').replaceAll(',', ''));
  const cents = units * 10 ** digits + Number(parts[2] ?? '0');
  return cents > MOST_CENTS ? err('too-many') : ok(cents);
}
