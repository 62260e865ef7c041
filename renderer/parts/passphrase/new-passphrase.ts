import { PASSPHRASE_MAXIMUM } from '../../../shared/contract/supervision.ts';
import { NEEDED_STRENGTH, passphraseOf } from '../../../shared/staff/passphrase.ts';

export type NewPassphraseProblem = 'empty' | 'too-long' | 'weak';

/** What stands against a new passphrase. `strength`: `null` while it is not judged; the core judges anyway. */
export function newPassphraseProblem(typed: string, strength: number | null): NewPassphraseProblem | null {
  if (passphraseOf(typed) === '') return 'empty';
  if (typed.length > PASSPHRASE_MAXIMUM) return 'too-long';
  return strength !== null && strength < NEEDED_STRENGTH ? 'weak' : null;
}

/** Whether the second typing is the same passphrase, as the kiosk compares them. */
export function isTheSame(typed: string, again: string): boolean {
  return passphraseOf(typed) === passphraseOf(again);
}
