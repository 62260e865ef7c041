import { t } from '@lingui/core/macro';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import { unreachable } from '../../../shared/result.ts';
import { missingOrderInWords } from './missing-order.ts';

type SuspensionRefusal = Extract<
  Refusal,
  {
    kind:
      | 'intake-suspended'
      | 'order-missing'
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
    case 'order-missing':
      return missingOrderInWords(refusal.serial);
    case 'intake-suspended':
      return t({
        message: 'New applications are suspended. The notice on this screen says since when.',
        comment: 'Error after somebody pressed Start.',
      });
    case 'not-suspended':
      return t({
        message:
          'No supervisor’s suspension is in force here. Only the next order ends a suspension by order.',
        comment: 'Error. An order is a signed file from the office in charge.',
      });
    case 'suspension-changed':
      return t({
        message: 'The suspension has changed in the meantime. Read it above, then try again.',
        comment: 'Error: somebody replaced the suspension of new applications meanwhile.',
      });
    case 'moment-over':
      return t`That time has passed. Enter a later one, or choose “At once.”`;
    case 'notice-incomplete':
      return t({
        message: 'The notice is missing one of your program’s languages. Write it in every language.',
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
          'The USB drive no longer has the order that was checked. Nothing changed. Look for an order on the drive again.',
        comment: 'Refusal. An order is a signed file from the office in charge.',
      });
    default:
      return unreachable(refusal);
  }
}
