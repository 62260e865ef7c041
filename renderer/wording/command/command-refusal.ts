import type { Refusal } from '../../../shared/contract/refusals.ts';
import { unreachable } from '../../../shared/result.ts';
import { practiceRefusalInWords } from '../application/practice-refusal.ts';
import { dayRefusalInWords } from '../day/day-refusal.ts';
import { policyRefusalInWords } from '../policy/policy-refusal.ts';
import { suspensionRefusalInWords } from '../suspension/suspension-refusal.ts';
import { productionRefusalInWords } from './production-refusal.ts';
import { noAskedNameInWords } from './record-search.ts';
import { statementRefusalInWords } from './statement-refusal.ts';

/** Why what a supervisor commands is not done. */
type CommandRefusal =
  | Parameters<typeof dayRefusalInWords>[0]
  | Parameters<typeof suspensionRefusalInWords>[0]
  | Parameters<typeof policyRefusalInWords>[0]
  | Parameters<typeof practiceRefusalInWords>[0]
  | Parameters<typeof productionRefusalInWords>[0]
  | Extract<Refusal, { readonly kind: 'no-statement' | 'no-asked-name' }>;

/** What supervisors command, refused: policies, practice, suspending, the counter's day, a statement, a record. */
export function commandRefusalInWords(refusal: CommandRefusal): string {
  switch (refusal.kind) {
    case 'intake-suspended':
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
    case 'no-asked-name':
      return noAskedNameInWords(refusal.why);
    case 'not-held':
    case 'recipient-refused':
    case 'record-unreadable':
    case 'record-not-sealed':
    case 'drive-refused':
      return productionRefusalInWords(refusal);
    case 'practice-refused':
    case 'in-practice':
      return practiceRefusalInWords(refusal);
    case 'no-program-key':
    case 'policy-changed':
    case 'policy-loosens-hold':
      return policyRefusalInWords(refusal);
    default:
      return unreachable(refusal);
  }
}
