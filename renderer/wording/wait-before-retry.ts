import { plural, t } from '@lingui/core/macro';
import type { Refusal } from '../../shared/contract/refusals.ts';
import { refusalInWords } from './refusal.ts';

/** How long a refusal makes people wait, in seconds; nought for most. */
export function waitOf(refusal: Refusal): number {
  switch (refusal.kind) {
    case 'wrong-passphrase':
    case 'too-many-attempts':
    case 'wrong-recovery-codes':
    case 'too-many-recovery-codes':
      return refusal.waitSeconds;
    case 'locked-out':
      return refusal.waitMinutes * 60;
    default:
      return 0;
  }
}

/** A refusal once its time is over. */
export function waitedInWords(refusal: Refusal): string {
  if (refusal.kind === 'wrong-passphrase') return refusalInWords(refusal);
  if (refusal.kind === 'wrong-recovery-codes') return refusalInWords({ ...refusal, waitSeconds: 0 });
  return waitOf(refusal) > 0 ? t`You can try again now.` : refusalInWords(refusal);
}

/** "You can try again in 4 seconds." From two minutes on in minutes, rounded up. */
export function timeLeftInWords(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  return seconds < 120
    ? t({
        message: plural(seconds, {
          one: 'You can try again in # second.',
          other: 'You can try again in # seconds.',
        }),
        comment: 'Below a passphrase field: how long it takes none, counting down.',
      })
    : t({
        message: plural(minutes, {
          one: 'You can try again in # minute.',
          other: 'You can try again in # minutes.',
        }),
        comment: 'Below a passphrase field: how long it takes none, counting down.',
      });
}
