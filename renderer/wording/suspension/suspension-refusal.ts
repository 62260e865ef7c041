import { t } from '@lingui/core/macro';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import { unreachable } from '../../../shared/result.ts';

type SuspensionRefusal = Extract<
  Refusal,
  {
    kind:
      | 'intake-suspended'
      | 'not-suspended'
      | 'moment-over'
      | 'notice-incomplete'
      | 'no-orders-key'
      | 'order-changed';
  }
>;

/** Refusals about suspending and resuming new applications. */
export function suspensionRefusalInWords({ kind }: SuspensionRefusal): string {
  switch (kind) {
    case 'intake-suspended':
      return t({
        message: 'New applications are suspended. The notice on the start screen says since when.',
        comment: 'Error after somebody pressed Start.',
      });
    case 'not-suspended':
      return t({
        message: 'There’s no suspension here that a supervisor could end. An order’s ends by the next order.',
        comment: 'Error. An order is a signed file from the office in charge.',
      });
    case 'moment-over':
      return t`That time is over. Choose a later one, or do it at once.`;
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
          'The USB drive no longer has the order that was checked. Nothing changed. Check the drive again.',
        comment: 'Refusal. An order is a signed file from the office in charge.',
      });
    default:
      return unreachable(kind);
  }
}
