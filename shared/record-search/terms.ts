import { checkText, type TextProblem } from '../application/text-answer.ts';
import { err, ok, type Result } from '../result.ts';

/** Letters of a name that is asked for: twice as many as an application holds of one. */
export const LONGEST_ASKED_NAME = 120;

/** So long a name stays in a session that nobody closes, before it was searched for and after it. */
export const SEARCH_MINUTES = 15;

/** As much of a name as is heard: what is longer was not typed, and is told by no check. */
export const LONGEST_TYPED_NAME = 20_000;

export type AskedNameProblem = { readonly kind: 'empty' } | TextProblem;

/** The checks that a name passes, as a refusal names them: without the character or the length, which are the name's own. */
export const askedNameChecks = [
  'empty',
  'no-letter',
  'too-long',
  'forbidden-character',
] as const satisfies readonly AskedNameProblem['kind'][];

/** The name as it is searched for and printed, or why it is none: what no application takes as a name is no question. */
export function checkAskedName(typed: string): Result<string, AskedNameProblem> {
  const checked = checkText(typed, LONGEST_ASKED_NAME);
  if (!checked.ok) return checked;
  return checked.value === null ? err({ kind: 'empty' }) : ok(checked.value);
}

/**
 * What the digest of a name is made over (SHA-256): with the salt, which stands on the paper alone, anybody can see which
 * name was asked; without it nobody can try names. `salt`: 32 hex digits. `name`: as `checkAskedName` has it.
 */
export function digestedText(salt: string, name: string): string {
  return `counterfoil record search 1\n${salt}\n${name}`;
}
