import { plural, t } from '@lingui/core/macro';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import { unreachable } from '../../../shared/result.ts';

type RecoveryRefusal = Extract<
  Refusal,
  {
    kind:
      | 'not-the-code'
      | 'wrong-recovery-codes'
      | 'too-many-recovery-codes'
      | 'applications-open'
      | 'recovery-under-hold'
      | 'recovery-with-misfit';
  }
>;

/** Why a recovery code does not count, or does not work. */
export function recoveryRefusalInWords(refusal: RecoveryRefusal): string {
  switch (refusal.kind) {
    case 'not-the-code':
      return t`That isn’t the code. Compare it with the paper. If the paper is wrong, show a new code.`;
    case 'wrong-recovery-codes': {
      const { waitSeconds } = refusal;
      return waitSeconds > 0
        ? t({
            message: plural(waitSeconds, {
              one: 'These two codes don’t work together. Nothing was changed. Wait # second, then try again.',
              other:
                'These two codes don’t work together. Nothing was changed. Wait # seconds, then try again.',
            }),
            comment: 'Error below two recovery codes, which people copied from paper.',
          })
        : t`These two codes don’t work together. Nothing was changed. Compare both with the paper.`;
    }
    case 'too-many-recovery-codes': {
      const minutes = Math.ceil(refusal.waitSeconds / 60);
      return t({
        message: plural(minutes, {
          one: 'Too many wrong recovery codes. Wait # minute, then try again. Nobody can shorten the wait.',
          other:
            'Too many wrong recovery codes. Wait # minutes, then try again. Nobody can shorten the wait.',
        }),
        comment: 'Error. Recovery codes are on paper, for a lost passphrase.',
      });
    }
    case 'applications-open':
      return t({
        message:
          'Recovery codes don’t work while an application is open. Finish it, end it, or wait until it expires.',
        comment: 'Error. Recovery codes are on paper, for a lost passphrase.',
      });
    case 'recovery-under-hold':
      return t({
        message:
          'Recovery codes don’t work while a legal hold is in force. Lifting it takes two confirmed supervisors. If two can’t sign in, call counsel.',
        comment:
          'Error. Recovery codes are on paper, for a lost passphrase. A legal hold is an order by counsel to erase nothing; to lift it is to end it.',
      });
    case 'recovery-with-misfit':
      return t({
        message:
          'Recovery codes don’t work now: this kiosk’s files don’t fit together. Two supervisors can sign in and let the kiosk go on.',
        comment:
          'Error. Recovery codes are on paper, for a lost passphrase. The files are those in which the kiosk keeps applications, keys, and its records.',
      });
    default:
      return unreachable(refusal);
  }
}
