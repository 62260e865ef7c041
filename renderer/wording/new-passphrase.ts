import { t } from '@lingui/core/macro';
import { PASSPHRASE_MAXIMUM } from '../../shared/contract/staff/staff-acts.ts';
import { unreachable } from '../../shared/result.ts';
import type { ChangedPassphraseProblem } from '../parts/passphrase/new-passphrase.ts';

/** What is wrong with a new passphrase, and what to do. */
export function newPassphraseProblemInWords(problem: ChangedPassphraseProblem): string {
  switch (problem) {
    case 'empty':
      return t({ message: 'Fill this in.', comment: 'Error below a field that must not stay empty.' });
    case 'too-long':
      return t({
        message: `Use ${PASSPHRASE_MAXIMUM} characters or fewer.`,
        comment: 'Error below a new passphrase. {PASSPHRASE_MAXIMUM} is a number, 200.',
      });
    case 'weak':
      return t`Too easy to guess. Use four unrelated words.`;
    case 'unchanged':
      return t`This is your current passphrase. Choose another one.`;
    default:
      return unreachable(problem);
  }
}

/** How hard a passphrase is to guess, on the scale from 0 to 4. */
export function strengthInWords(strength: number): string {
  if (strength <= 1) return t`Very easy to guess. Not strong enough.`;
  if (strength === 2) return t`Easy to guess. Not strong enough.`;
  return strength === 3 ? t`Hard to guess. Strong enough.` : t`Very hard to guess.`;
}
