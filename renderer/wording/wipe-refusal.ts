import { t } from '@lingui/core/macro';
import type { Refusal } from '../../shared/contract/refusals.ts';
import { unreachable } from '../../shared/result.ts';
import { stepInWords } from './wipe-step.ts';

type WipeRefusal = Extract<
  Refusal,
  { kind: 'key-not-destroyed' | 'session-not-ended' | 'no-failed-wipe' | 'intake-locked' }
>;

/** Why a wipe stays open, and what that stops. */
export function wipeRefusalInWords(refusal: WipeRefusal): string {
  switch (refusal.kind) {
    case 'key-not-destroyed':
      return t`This wipe cannot be closed yet: the record’s key is not destroyed, so the record could still be read. Press Try again.`;
    case 'session-not-ended':
      return t`This wipe cannot be closed yet: a program that knew the person has not ended, or its folder is still there. Press Try again; if it stays, a restart of the kiosk ends it.`;
    case 'no-failed-wipe':
      return t`No wipe is open any more. There is nothing to close.`;
    case 'intake-locked': {
      const step = stepInWords(refusal.step);
      return t`No new application can begin: the last record is not proven erased. Open step: ${step}`;
    }
    default:
      return unreachable(refusal);
  }
}
