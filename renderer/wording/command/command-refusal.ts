import { unreachable } from '../../../shared/result.ts';
import { dayRefusalInWords } from '../day/day-refusal.ts';
import { suspensionRefusalInWords } from '../suspension/suspension-refusal.ts';

/** Why intake is not suspended, or no day opened or closed. */
type CommandRefusal =
  | Parameters<typeof dayRefusalInWords>[0]
  | Parameters<typeof suspensionRefusalInWords>[0];

/** What supervisors command, refused: suspending intake, and the counter's day. */
export function commandRefusalInWords(refusal: CommandRefusal): string {
  switch (refusal.kind) {
    case 'intake-suspended':
    case 'not-suspended':
    case 'moment-over':
    case 'notice-incomplete':
    case 'no-orders-key':
    case 'order-changed':
      return suspensionRefusalInWords(refusal);
    case 'day-refused':
    case 'packed-up':
      return dayRefusalInWords(refusal);
    default:
      return unreachable(refusal);
  }
}
