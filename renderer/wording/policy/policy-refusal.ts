import { t } from '@lingui/core/macro';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import { unreachable } from '../../../shared/result.ts';

type PolicyRefusal = Extract<Refusal, { kind: 'no-program-key' | 'policy-changed' | 'policy-loosens-hold' }>;

/** Refusals about the policy and the program's key. */
export function policyRefusalInWords({ kind }: PolicyRefusal): string {
  switch (kind) {
    case 'no-program-key':
      return t({
        message:
          'This kiosk has no program key, so it can’t tell whether a policy is your program’s. Ask your IT staff to add the key file, then restart Counterfoil.',
        comment: 'Refusal. The policy is the city’s set of rules, signed with the program’s key.',
      });
    case 'policy-changed':
      return t({
        message:
          'The USB drive no longer has the policy that was checked. Nothing changed. Check the drive again.',
        comment: 'Refusal. The policy is the city’s set of rules.',
      });
    case 'policy-loosens-hold':
      return t({
        message:
          'Under this policy, an erasure that a legal hold has stopped would continue. The policy wasn’t installed. Install it after the hold is lifted, or ask for a policy that stops erasures under a hold.',
        comment:
          'Refusal. A legal hold is an order by counsel to erase nothing; the policy is the city’s set of rules.',
      });
    default:
      return unreachable(kind);
  }
}
