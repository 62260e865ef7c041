import { t } from '@lingui/core/macro';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import { unreachable } from '../../../shared/result.ts';
import { momentOverInWords } from '../ledger/typed-day.ts';

type SuspensionRefusal = Extract<
  Refusal,
  {
    kind:
      | 'intake-suspended'
      | 'not-suspended'
      | 'suspension-changed'
      | 'moment-over'
      | 'notice-incomplete'
      | 'no-orders-key'
      | 'order-changed';
  }
>;

/** Refusals about suspending and resuming new applications. */
export function suspensionRefusalInWords(refusal: SuspensionRefusal): string {
  switch (refusal.kind) {
    case 'intake-suspended':
      return t({
        message: 'New applications are suspended for now. A supervisor can say until when.',
        comment: 'Error after somebody pressed Start.',
      });
    case 'not-suspended':
      return t({
        message:
          'The supervisor’s suspension has already ended. Only the next order ends a suspension by order.',
        comment: 'Error. An order is a signed file from the office in charge.',
      });
    case 'suspension-changed':
      return t({
        message: 'The suspension has changed. Read it above, then try again.',
        comment: 'Error: somebody replaced the suspension of new applications meanwhile.',
      });
    case 'moment-over':
      return momentOverInWords();
    case 'notice-incomplete':
      return t({
        message:
          'The notice is missing a language that your program requires. Open this section again, and write it there too.',
        comment: 'Error. The notice is what residents read.',
      });
    case 'no-orders-key':
      return t({
        message:
          'Your program’s policy names no office that gives orders, so this kiosk takes none. A supervisor can suspend new applications here.',
        comment: 'Refusal. The policy is the city’s set of rules. An order is a signed file.',
      });
    case 'order-changed':
      return t({
        message:
          'The USB drive no longer has the order that was checked. Nothing on this kiosk changed. Look for an order on the drive again.',
        comment: 'Refusal. An order is a signed file from the office in charge.',
      });
    default:
      return unreachable(refusal);
  }
}
