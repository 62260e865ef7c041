import type { CompletePolicy } from '../../../shared/programme/complete.ts';
import type { Policy } from './policy-file.ts';

/** Why a policy is not the next one of a programme. */
export type OutOfTurn =
  | { readonly kind: 'other-programme'; readonly id: string; readonly inForce: string }
  | { readonly kind: 'older'; readonly version: number; readonly inForce: number }
  /** Two policies say that they are this version, and differ. */
  | { readonly kind: 'same-version'; readonly version: number };

/** As much of the policy in force as the next one is compared with. */
export type PresentPolicy = Pick<Policy, 'hash'> & { readonly rules: Pick<CompletePolicy, 'id' | 'version'> };

/** Why a policy may not follow the one in force by itself; null: it may, or it is the same. */
export function whyOutOfTurn(next: Policy, present: PresentPolicy): OutOfTurn | null {
  const { id, version } = next.rules;
  const inForce = present.rules;
  if (next.hash === present.hash) return null;
  if (id !== inForce.id) return { kind: 'other-programme', id, inForce: inForce.id };
  if (version < inForce.version) return { kind: 'older', version, inForce: inForce.version };
  return version === inForce.version ? { kind: 'same-version', version } : null;
}
