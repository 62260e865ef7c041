import { deflateRawSync } from 'node:zlib';
import { z } from 'zod';
import type { Retention } from '../../../shared/application/retention.ts';
import { bytes } from '../../../shared/contract/bytes.ts';
import type { PolicyHash } from '../../../shared/contract/ids.ts';
import type { CompletePolicy } from '../../../shared/programme/complete.ts';
import type { Policy } from '../../lib/policy-file/policy-file.ts';
import type { Database } from '../database/open-database.ts';
import type { Vault } from '../vault/vault.ts';
import { type KeptPolicy, keptPolicyOf, sectionsOf } from './kept-policy.ts';

/** The policies that this kiosk works by. */
export interface Policies {
  /** Under which new applications begin. */
  readonly inForce: Policy;
  /** Whether a supervisor installed the one in force; if not, it is the policy file's. */
  isInstalled(): boolean;
  /** One that an open application began under; null: this release does not take it, or the vault does not have it. */
  find(hash: PolicyHash): Policy | null;
  /** That of an application in a session. Throws where there is none: such an application is never opened. */
  of(hash: PolicyHash): Policy;
  /** How long an application of this policy may stay open: as that says, or else as the policy in force says. */
  retentionOf(hash: PolicyHash): Retention;
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
  | { readonly kind: 'from-file'; readonly policy: KeptPolicy }
  /** One that a supervisor installed. Nobody has looked at the signature since. */
  | { readonly kind: 'installed'; readonly policy: KeptPolicy; readonly signature: Uint8Array }
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
  /** Null: no legal hold stops a wipe, or nobody was told yet what is in force. With a key and without. */
  readonly underHold: UnderHold | null;
}

/** The policy in force while a hold on everything stands, and what it does with wipes. Unknown counts as the stricter. */
export interface UnderHold {
  readonly policy: string;
  readonly hold: CompletePolicy['hold'];
}

/** Of a vault that is not there yet. */
export const NO_RECORD: PolicyRecord = {
  pinned: null,
  before: { kind: 'none' },
  newest: 0,
  underHold: null,
};

/** What this vault has of policies. `isHeld`: a legal hold on everything stands. */
export function policyRecordOf(
  { database, kiosk }: Pick<PolicyVault, 'database' | 'kiosk'>,
  isHeld: boolean,
): PolicyRecord {
  if (kiosk.read() === null) return NO_RECORD;
  const told = kiosk.toldPolicy();
  const underHold = told !== null && isHeld ? { policy: told, hold: holdUnder(database, told) } : null;
  const pinned = kiosk.programmeKey();
  // What was in force before a key was pinned had been signed by nobody: it holds nothing else up.
  if (pinned === null) return { ...NO_RECORD, underHold };
  return { pinned, before: policyBefore(database, told), newest: kiosk.newestPolicy(), underHold };
}

function holdUnder(database: Database, told: string): CompletePolicy['hold'] {
  return sectionsOf(keptIn(database, told)).hold ?? { wipeBegun: 'stop' };
}

function policyBefore(database: Database, told: string | null): PolicyBefore {
  const row = told === null ? null : rowOf(database, told);
  if (told === null || row === null) return { kind: 'none' };
  const policy = keptPolicyOf(row.file, told);
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
  const known = new Map<PolicyHash, KeptPolicy | null>([[first.hash, first]]);

  /** Read once: the status asks for each open application's. */
  function kept(hash: PolicyHash): KeptPolicy | null {
    const policy = known.get(hash);
    if (policy !== undefined) return policy;
    const read = keptIn(database, hash);
    known.set(hash, read);
    return read;
  }

  function find(hash: PolicyHash): Policy | null {
    const policy = kept(hash);
    return policy === null || policy.rules === null ? null : policy;
  }

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
    find,
    of(hash) {
      const policy = find(hash);
      if (policy === null) throw new Error('a policy in the vault is not one that this release takes');
      return policy;
    },
    retentionOf: (hash) => sectionsOf(kept(hash)).retention ?? inForce.rules.retention,
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

function keptIn(database: Database, hash: string): KeptPolicy | null {
  const row = rowOf(database, hash);
  return row === null ? null : keptPolicyOf(row.file, hash);
}
