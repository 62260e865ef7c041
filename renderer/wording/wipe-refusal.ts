import { t } from '@lingui/core/macro';
import type { Refusal } from '../../shared/contract/refusals.ts';
import { unreachable } from '../../shared/result.ts';

type WipeRefusal = Extract<
  Refusal,
  { kind: 'key-not-destroyed' | 'session-not-ended' | 'no-failed-wipe' | 'intake-locked' }
>;

/** Why a wipe stays open, and what that stops. */
export function wipeRefusalInWords(refusal: WipeRefusal): string {
  switch (refusal.kind) {
    case 'key-not-destroyed':
      return t`This erasure can’t be closed yet: the application’s key isn’t destroyed, so the application could still be read. Go back, then select Try again.`;
    case 'session-not-ended':
      return t`This erasure can’t be closed yet: a program that handled the application hasn’t ended, or its folder is still there. Go back, then select Try again. If that fails, call your IT staff.`;
    case 'no-failed-wipe':
      return t`No erasure is open anymore. There’s nothing to close.`;
    case 'intake-locked':
      return t`New applications are stopped: the last one isn’t proven erased yet. Call your supervisor.`;
    default:
      return unreachable(refusal);
  }
}
