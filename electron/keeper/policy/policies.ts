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
  /** Whether a supervisor installed the one in force; if not, it is the policy file's. */
  isInstalled(): boolean;
  /** One that an open application began under. Throws where the vault does not have it: that is damage. */
  of(hash: PolicyHash): Policy;
  /** Keeps a policy that a supervisor installs. Within the transaction of that act. */
  keepInstalled(policy: Policy, signature: Uint8Array): void;
  /** From here on new applications begin under this one, which is kept. */
  enforce(policy: Policy): void;
}

/** The policy that was in force when the keeper before this one ended. */
export interface PolicyBefore {
  readonly policy: Policy;
  readonly isInstalled: boolean;
}

type PolicyVault = Pick<Vault, 'database' | 'pinPolicies' | 'kiosk'>;

/** What the vault has of signed policies. */
export interface PolicyRecord {
  /** The programme's public key; null: none is pinned, and then nothing else here counts. */
  readonly pinned: Uint8Array | null;
  /** Null: there was none, or the vault has only its hash. */
  readonly before: PolicyBefore | null;
  /** The highest version that was in force. */
  readonly newest: number;
}

/** Of a vault that is not there yet. */
export const NO_RECORD: PolicyRecord = { pinned: null, before: null, newest: 0 };

/** What this vault has of signed policies. */
export function policyRecordOf({ database, kiosk }: Pick<PolicyVault, 'database' | 'kiosk'>): PolicyRecord {
  const pinned = kiosk.programmeKey();
  // What was in force before a key was pinned had been signed by nobody: it holds nothing up.
  if (pinned === null) return NO_RECORD;
  const told = kiosk.toldPolicy();
  const before =
    told === null || !isKept(database, told)
      ? null
      : { policy: readKept(database, told), isInstalled: hasSignature(database, told) };
  return { pinned, before, newest: kiosk.newestPolicy() };
}

/**
 * Keeps the policy in force beside those that open applications began under, and lets go of the others. Applications
 * from before policies were kept (their hash is empty) began under the one in force.
 */
export function keepPolicies(vault: PolicyVault, first: Policy): Policies {
  const { database, kiosk } = vault;
  let inForce = first;
  const known = new Map([[first.hash, first]]);

  function letGoOfOthers(): void {
    // What the ledger was last told of as well: until it is told of another, the next start compares with that one.
    const told = kiosk.read() === null ? null : kiosk.toldPolicy();
    const needed = [inForce.hash, told, ...vault.pinPolicies(inForce.hash)];
    database
      .prepare('DELETE FROM policy WHERE hash NOT IN (SELECT value FROM json_each(?))')
      .run(JSON.stringify(needed.filter((hash) => hash !== null)));
  }

  database.transaction(() => {
    letGoOfOthers();
    database
      .prepare('INSERT OR IGNORE INTO policy (hash, file, signature) VALUES (?, ?, NULL)')
      .run(first.hash, deflateRawSync(first.bytes));
  })();
  return {
    get inForce() {
      return inForce;
    },
    isInstalled: () => hasSignature(database, inForce.hash),
    of(hash) {
      const policy = known.get(hash) ?? readKept(database, hash);
      known.set(hash, policy);
      return policy;
    },
    keepInstalled(policy, signature) {
      letGoOfOthers();
      database
        .prepare(
          'INSERT INTO policy (hash, file, signature) VALUES (?, ?, ?) ON CONFLICT (hash) DO UPDATE SET signature = excluded.signature',
        )
        .run(policy.hash, deflateRawSync(policy.bytes), signature);
    },
    enforce(policy) {
      known.set(policy.hash, policy);
      inForce = policy;
    },
  };
}

function isKept(database: Database, hash: string): boolean {
  return database.prepare('SELECT 1 FROM policy WHERE hash = ?').get(hash) !== undefined;
}

function hasSignature(database: Database, hash: string): boolean {
  return (
    database.prepare('SELECT 1 FROM policy WHERE hash = ? AND signature IS NOT NULL').get(hash) !== undefined
  );
}

function readKept(database: Database, hash: string): Policy {
  const kept = database.prepare('SELECT file FROM policy WHERE hash = ?').pluck().get(hash);
  const policy = readPolicy(inflateRawSync(z.parse(bytes, kept), { maxOutputLength: MOST_POLICY_BYTES }));
  if (!policy.ok || policy.value.hash !== hash)
    throw new Error('a policy in the vault is not the one that was kept');
  return policy.value;
}
