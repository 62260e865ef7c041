import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { type PolicyHash, policyHash } from '../../../shared/contract/ids.ts';
import { encodeEntry } from '../../../shared/ledger/encode-entry.ts';
import { readPolicy } from '../../lib/policy-file/policy-file.ts';
import { signPolicy } from '../../lib/policy-file/policy-signature.ts';
import type { Database } from '../database/open-database.ts';
import { policyOfTests } from './policy.test-support.ts';
import type { Programme } from './signed-policy.test-support.ts';

/** A policy's bytes and what names it. */
export interface OldPolicy {
  readonly hash: PolicyHash;
  readonly bytes: Uint8Array;
}

/** A policy that an earlier release took and this one refuses: its name has a space at its end. `change`: any other content. */
export function policyOfOldRules(change: object = {}): OldPolicy {
  const bytes = Buffer.from(JSON.stringify({ ...policyOfTests, name: { en: 'Harbor City ' }, ...change }));
  if (readPolicy(bytes).ok) throw new Error('this release takes it');
  return { hash: policyHash.parse(createHash('sha256').update(bytes).digest('hex')), bytes };
}

/** Keeps it in a vault as that release did. `by`: who signed it, where a supervisor installed it. */
export function keepOld(database: Database, { hash, bytes }: OldPolicy, by: Programme | null = null): void {
  const signature = by === null ? null : signatureBytes(bytes, by);
  database
    .prepare('INSERT INTO policy (hash, file, signature) VALUES (?, ?, ?)')
    .run(hash, deflateRawSync(bytes), signature);
}

/** Lets it be the policy in force, with the entry that the ledger has of each: otherwise the files would not fit. */
export function putInForce(database: Database, { hash }: OldPolicy): void {
  const entry = encodeEntry({ kind: 'policy-in-force', utc: 0, policy: hash });
  database.prepare('UPDATE kiosk SET policy = ?').run(hash);
  database.prepare('INSERT INTO owed (entry) VALUES (?)').run(entry);
}

/** The signature as a vault has it. */
export function signatureBytes(bytes: Uint8Array, { privateKey }: Programme): Uint8Array {
  const [, encoded = ''] = signPolicy(bytes, privateKey).split('\n');
  return Buffer.from(encoded, 'base64');
}
