import { ok, type Result } from '../../result.ts';
import { type CardNumber, type CardNumberProblem, formatCardNumber, parseCardNumber } from './card-number.ts';
import { formatPracticeNumber, isPracticeNumber, type PracticeNumber } from './practice-number.ts';

/** What stands on a card in the place of its number. */
export type PrintedNumber = CardNumber | PracticeNumber;

/** Reads the number of a card that this kiosk made. */
export function parsePrintedNumber(text: string): Result<PrintedNumber, CardNumberProblem> {
  return isPracticeNumber(text) ? ok(text) : parseCardNumber(text);
}

/** The four characters a clerk types at hand-over when no scanner is at hand. */
export function lastFour(number: PrintedNumber): string {
  return number.slice(-4);
}

/** The number in groups, as it is printed. */
export function formatPrintedNumber(number: PrintedNumber): string {
  return isPracticeNumber(number) ? formatPracticeNumber(number) : formatCardNumber(number);
}
