import { hasOwnScript, type OwnScript } from '../../../shared/residents/keyboard-layouts/layouts.ts';
import type { ResidentLanguage } from '../../../shared/residents/language.ts';
import type { Result } from '../../../shared/result.ts';

/** A letter of each script that a keyboard changes to. */
const LETTER_OF_OWN_SCRIPT: Readonly<Record<OwnScript, string>> = {
  ar: 'ب',
  uk: 'Ж',
  hi: 'क',
};

/** What the card's fonts have, in runs of code points. */
interface Printable {
  readonly runs: readonly (readonly [from: number, to: number])[];
}

/**
 * Whether the card prints the script of a language: only then may anything be typed in it. Without an answer there are
 * Latin letters, which every card has.
 */
export function printsOwnScript(language: ResidentLanguage, answer: Result<Printable, unknown>): boolean {
  if (!hasOwnScript(language) || !answer.ok) return false;
  const letter = LETTER_OF_OWN_SCRIPT[language].codePointAt(0) ?? 0;
  return answer.value.runs.some(([from, to]) => from <= letter && letter <= to);
}
