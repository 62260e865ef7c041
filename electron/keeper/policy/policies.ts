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

/** The policy that was in force when the keeper before this one ended, as the vault has it. */
export type PolicyBefore =
  /** There was none, or the vault has only its hash. */
  | { readonly kind: 'none' }
  /** The policy file's, whose signature lies beside that file. */
  | { readonly kind: 'from-file'; readonly policy: Policy }
  /** One that a supervisor installed. Nobody has looked at the signature since. */
  | { readonly kind: 'installed'; readonly policy: Policy; readonly signature: Uint8Array }
  /** What lies under its hash is not the policy that was kept. */
  | { readonly kind: 'altered' };

type PolicyVault = Pick<Vault, 'database' | 'pinPolicies' | 'kiosk'>;

/** What the vault has of signed policies. */
export interface PolicyRecord {
  /** The programme's public key; null: none is pinned, and then nothing else here counts. */
  readonly pinned: Uint8Array | null;
  readonly before: PolicyBefore;
  /** The highest version that was in force. */
  readonly newest: number;
}

/** Of a vault that is not there yet. */
export const NO_RECORD: PolicyRecord = { pinned: null, before: { kind: 'none' }, newest: 0 };

/** What this vault has of signed policies. */
export function policyRecordOf({ database, kiosk }: Pick<PolicyVault, 'database' | 'kiosk'>): PolicyRecord {
  const pinned = kiosk.programmeKey();
  // What was in force before a key was pinned had been signed by nobody: it holds nothing up.
  if (pinned === null) return NO_RECORD;
  return { pinned, before: policyBefore(database, kiosk.toldPolicy()), newest: kiosk.newestPolicy() };
}

function policyBefore(database: Database, told: string | null): PolicyBefore {
  const row = told === null ? null : rowOf(database, told);
  if (told === null || row === null) return { kind: 'none' };
  const policy = policyOf(row.file, told);
  if (policy === null) return { kind: 'altered' };
  const { signature } = row;
  return signature === null ? { kind: 'from-file', policy } : { kind: 'installed', policy, signature };
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
    isInstalled: () => (rowOf(database, inForce.hash)?.signature ?? null) !== null,
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

const keptRow = z.object({ file: bytes, signature: bytes.nullable() });

function rowOf(database: Database, hash: string): z.infer<typeof keptRow> | null {
  const row = database.prepare('SELECT file, signature FROM policy WHERE hash = ?').get(hash);
  return row === undefined ? null : keptRow.parse(row);
}

function readKept(database: Database, hash: string): Policy {
  const row = rowOf(database, hash);
  const policy = row === null ? null : policyOf(row.file, hash);
  if (policy === null) throw new Error('a policy in the vault is not the one that was kept');
  return policy;
}

/** The policy of this hash from what is kept of it; null: it is something else. */
function policyOf(deflated: Uint8Array, hash: string): Policy | null {
  const inflated = inflate(deflated);
  const policy = inflated === null ? null : readPolicy(inflated);
  return policy?.ok === true && policy.value.hash === hash ? policy.value : null;
}

function inflate(deflated: Uint8Array): Uint8Array | null {
  try {
    return inflateRawSync(deflated, { maxOutputLength: MOST_POLICY_BYTES });
  } catch {
    // Whatever it says of bytes that nobody here deflated: they are none of ours.
    return null;
  }
}
