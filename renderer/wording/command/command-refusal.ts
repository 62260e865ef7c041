import type { Refusal } from '../../../shared/contract/refusals.ts';
import { unreachable } from '../../../shared/result.ts';
import { dayRefusalInWords } from '../day/day-refusal.ts';
import { suspensionRefusalInWords } from '../suspension/suspension-refusal.ts';
import { statementRefusalInWords } from './statement-refusal.ts';

/** Why intake is not suspended, no day opened or closed, or no statement made. */
type CommandRefusal =
  | Parameters<typeof dayRefusalInWords>[0]
  | Parameters<typeof suspensionRefusalInWords>[0]
  | Extract<Refusal, { readonly kind: 'no-statement' }>;

/** What supervisors command, refused: suspending intake, the counter's day, a statement. */
export function commandRefusalInWords(refusal: CommandRefusal): string {
  switch (refusal.kind) {
    case 'intake-suspended':
    case 'order-missing':
    case 'not-suspended':
    case 'suspension-changed':
    case 'moment-over':
    case 'notice-incomplete':
    case 'no-orders-key':
    case 'order-changed':
      return suspensionRefusalInWords(refusal);
    case 'day-refused':
    case 'packed-up':
      return dayRefusalInWords(refusal);
    case 'no-statement':
      return statementRefusalInWords(refusal.why);
    default:
      return unreachable(refusal);
  }
}
