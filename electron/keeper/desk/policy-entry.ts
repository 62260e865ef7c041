import { z } from 'zod';
import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import type { Desk } from './desk.ts';

/**
 * The entry of the policy in force, where the ledger was last told of another one; empty where it knows. Within the
 * transaction that owes it, after the kiosk's own row is there.
 */
export function policyEntry({ vault, policies, clock }: Desk): readonly LedgerEntry[] {
  const { hash } = policies.inForce;
  const told = z.string().optional().parse(vault.database.prepare('SELECT policy FROM kiosk').pluck().get());
  if (told === undefined || told === hash) return [];
  vault.database.prepare('UPDATE kiosk SET policy = ?').run(hash);
  return [{ kind: 'policy-in-force', utc: clock.now(), policy: hash }];
}
