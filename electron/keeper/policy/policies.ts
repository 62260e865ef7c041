import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import { bytes } from '../../../shared/contract/bytes.ts';
import type { PolicyHash } from '../../../shared/contract/ids.ts';
import type { Database } from '../database/open-database.ts';
import type { Vault } from '../vault/vault.ts';
import { MOST_POLICY_BYTES, type Policy, readPolicy } from './policy-file.ts';

/** The policies that this kiosk works by. */
export interface Policies {
  /** Under which new applications begin. */
  readonly inForce: Policy;
  /** One that an open application began under. Throws where the vault does not have it: that is damage. */
  of(hash: PolicyHash): Policy;
}

/**
 * Keeps the policy in force beside those that open applications began under, and lets go of the others. Applications
 * from before policies were kept (their hash is empty) began under the one in force.
 */
export function keepPolicies(vault: Pick<Vault, 'database' | 'pinPolicies'>, inForce: Policy): Policies {
  const { database } = vault;
  database.transaction(() => {
    const needed = JSON.stringify([inForce.hash, ...vault.pinPolicies(inForce.hash)]);
    database.prepare('DELETE FROM policy WHERE hash NOT IN (SELECT value FROM json_each(?))').run(needed);
    database
      .prepare('INSERT OR IGNORE INTO policy (hash, file) VALUES (?, ?)')
      .run(inForce.hash, deflateRawSync(inForce.bytes));
  })();
  const known = new Map([[inForce.hash, inForce]]);
  return {
    inForce,
    of(hash) {
      const policy = known.get(hash) ?? readKept(database, hash);
      known.set(hash, policy);
      return policy;
    },
  };
}

function readKept(database: Database, hash: PolicyHash): Policy {
  const kept = database.prepare('SELECT file FROM policy WHERE hash = ?').pluck().get(hash);
  const policy = readPolicy(inflateRawSync(z.parse(bytes, kept), { maxOutputLength: MOST_POLICY_BYTES }));
  if (!policy.ok || policy.value.hash !== hash)
    throw new Error('a policy in the vault is not the one that was kept');
  return policy.value;
}
