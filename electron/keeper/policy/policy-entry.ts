import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import type { KioskRow } from '../kiosk/kiosk-row.ts';
import type { Policies } from './policies.ts';

/** What telling the ledger of a policy needs of the kiosk. */
export interface PolicyEntryPort {
  readonly kiosk: KioskRow;
  readonly policies: Policies;
  readonly clock: { now(): number };
}

/**
 * The entry of the policy in force, where the ledger was last told of another one; empty where it knows. Within the
 * transaction that makes it pending, after the kiosk's own row is there.
 */
export function policyEntry({ kiosk, policies, clock }: PolicyEntryPort): readonly LedgerEntry[] {
  const { hash } = policies.inForce;
  if (kiosk.read() === null || kiosk.toldPolicy() === hash) return [];
  kiosk.setToldPolicy(hash);
  return [{ kind: 'policy-in-force', utc: clock.now(), policy: hash }];
}
