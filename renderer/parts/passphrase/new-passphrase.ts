import { PASSPHRASE_MAXIMUM } from '../../../shared/contract/staff/staff-acts.ts';
import { NEEDED_STRENGTH, passphraseOf } from '../../../shared/staff/passphrase.ts';

export type NewPassphraseProblem = 'empty' | 'too-long' | 'weak';
export type ChangedPassphraseProblem = NewPassphraseProblem | 'unchanged';

/** What stands against a new passphrase. `strength`: `null` while it is not judged; the core judges anyway. */
export function newPassphraseProblem(typed: string, strength: number | null): NewPassphraseProblem | null {
  if (passphraseOf(typed) === '') return 'empty';
  if (typed.length > PASSPHRASE_MAXIMUM) return 'too-long';
  return strength !== null && strength < NEEDED_STRENGTH ? 'weak' : null;
}

/** The same of one that takes the place of another. `present`: that other one, as far as it is typed. */
export function changedPassphraseProblem(
  typed: string,
  strength: number | null,
  present: string,
): ChangedPassphraseProblem | null {
  const problem = newPassphraseProblem(typed, strength);
  return problem !== 'empty' && isTheSame(typed, present) ? 'unchanged' : problem;
}

/** Whether the second typing is the same passphrase, as the kiosk compares them. */
export function isTheSame(typed: string, again: string): boolean {
  return passphraseOf(typed) === passphraseOf(again);
}
