import { t } from '@lingui/core/macro';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import { unreachable } from '../../../shared/result.ts';

/** Why the day is not opened or closed, the kiosk not packed up, or nobody new served. */
export function dayRefusalInWords(
  refusal: Extract<Refusal, { readonly kind: 'day-refused' | 'packed-up' }>,
): string {
  if (refusal.kind === 'packed-up') return t`The kiosk is packed up. A supervisor must open the day first.`;
  switch (refusal.why) {
    case 'not-live':
      return t`The kiosk isn’t live yet. A supervisor must sign in and decide where encryption keys are kept.`;
    case 'in-practice':
      return t`This kiosk is set to practice, where nothing is counted. End practice first.`;
    case 'already-open':
      return t`A day is open already. Close it first.`;
    case 'not-open':
      return t`No day is open.`;
    case 'already-packed-up':
      return t`The kiosk is packed up already.`;
    case 'card-printing':
      return t`A card is being printed. Wait until the printer is done, then try again.`;
    case 'erasing':
      return t`An application is being erased. Try again when the erasure is proven.`;
    case 'still-open':
      return t`Some applications haven’t ended yet. When they have, close the day.`;
    case 'not-written':
      return t`The ledger doesn’t have everything yet, because nothing can be saved to the disk. Call your IT staff.`;
    case 'figures-changed':
      return t`The figures have changed in the meantime. Check them, then try again.`;
    case 'reason-missing':
      return t`Choose a reason for each difference.`;
    default:
      return unreachable(refusal.why);
  }
}
