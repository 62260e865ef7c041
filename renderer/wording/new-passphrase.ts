import { t } from '@lingui/core/macro';
import { PASSPHRASE_MAXIMUM } from '../../shared/contract/supervision.ts';
import { unreachable } from '../../shared/result.ts';
import type { NewPassphraseProblem } from '../parts/passphrase/new-passphrase.ts';

/** What is wrong with a new passphrase, and what to do. */
export function newPassphraseProblemInWords(problem: NewPassphraseProblem): string {
  switch (problem) {
    case 'empty':
      return t`Please fill this in.`;
    case 'too-long':
      return t`At most ${PASSPHRASE_MAXIMUM} characters, please.`;
    case 'weak':
      return t`Too easy to guess. Please take four words that have nothing to do with each other.`;
    default:
      return unreachable(problem);
  }
}

/** How hard a passphrase is to guess, on the scale from 0 to 4. */
export function strengthInWords(strength: number): string {
  if (strength <= 1) return t`Very easy to guess: not enough.`;
  if (strength === 2) return t`Easy to guess: not enough.`;
  return strength === 3 ? t`Hard to guess: good enough.` : t`Very hard to guess: good.`;
}
