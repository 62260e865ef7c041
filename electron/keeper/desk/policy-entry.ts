import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import type { Desk } from './desk.ts';

/**
 * The entry of the policy in force, where the ledger was last told of another one; empty where it knows. Within the
 * transaction that owes it, after the kiosk's own row is there.
 */
export function policyEntry({ vault, policies, clock }: Desk): readonly LedgerEntry[] {
  const { hash } = policies.inForce;
  if (vault.kiosk.read() === null || vault.kiosk.toldPolicy() === hash) return [];
  vault.kiosk.setToldPolicy(hash);
  return [{ kind: 'policy-in-force', utc: clock.now(), policy: hash }];
}
