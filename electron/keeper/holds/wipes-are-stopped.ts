import type { CompletePolicy } from '../../../shared/programme/complete.ts';
import type { Holds } from './holds.ts';

/**
 * Whether wipes that have begun stand still: the policy's written choice, under a hold on everything. A hold
 * on named tickets covers open applications only; what was being wiped then is not among them.
 */
export function wipesAreStopped(holds: Holds, rules: CompletePolicy): boolean {
  return rules.hold.wipeBegun === 'stop' && holds.keepingNewOnes() !== null;
}
