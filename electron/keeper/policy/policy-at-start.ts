import { err, ok, type Result, unreachable } from '../../../shared/result.ts';
import type { PolicyRecord } from './policies.ts';
import { type Policy, type PolicyFailure, readPolicyFile } from './policy-file.ts';
import { isSignatureOf, readSignature, type SignatureFailure } from './policy-signature.ts';
import { type KeyFileFailure, keyOfBytes, keyPath, type ProgrammeKey, readKeyFile } from './programme-key.ts';

/** What lies where the configuration says that the policy is. */
export interface OfferedPolicy {
  readonly path: string;
  readonly policy: Result<Policy, PolicyFailure>;
  /** The key file beside it; null: there is none. */
  readonly key: Result<ProgrammeKey | null, KeyFileFailure>;
}

/** Why a policy is not the next one of a programme. */
export type OutOfTurn =
  | { readonly kind: 'other-programme'; readonly id: string; readonly inForce: string }
  | { readonly kind: 'older'; readonly version: number; readonly inForce: number }
  /** Two policies say that they are this version, and differ. */
  | { readonly kind: 'same-version'; readonly version: number };

/** Why a kiosk does not begin with what was offered. Nothing was changed. */
export type PolicyAtStartFailure =
  | PolicyFailure
  | { readonly kind: 'signature'; readonly failure: SignatureFailure }
  | { readonly kind: 'key-file'; readonly failure: KeyFileFailure | { readonly kind: 'other-key' } }
  | { readonly kind: 'out-of-turn'; readonly failure: OutOfTurn }
  /** The policy in force is not as it was put into the vault. `what`: of which this shows. */
  | { readonly kind: 'altered'; readonly what: 'content' | 'signature' };

/** What a keeper begins with. */
export interface PolicyAtStart {
  readonly policy: Policy;
  /** The key that has signed it; null: no key is pinned, and none is offered. */
  readonly programmeKey: ProgrammeKey | null;
  /** The policy file is not the one in force: a supervisor installed another one since. */
  readonly isFileUnused: boolean;
}

/** Reads the policy file and the key beside it. */
export function readOffered(path: string): OfferedPolicy {
  return { path, policy: readPolicyFile(path), key: readKeyFile(keyPath(path)) };
}

/**
 * Which policy is in force from this start on. Without a key it is the policy file's. With one the file has to be signed,
 * and the policy that was in force may only be followed by a newer one of the same programme; what a supervisor
 * installed stays in force, by its signature, until the file has a newer one than any before.
 */
export function policyAtStart(
  offered: OfferedPolicy,
  { pinned, before, newest }: PolicyRecord,
): Result<PolicyAtStart, PolicyAtStartFailure> {
  const key = keyInForce(offered.key, pinned);
  if (!key.ok) return err({ kind: 'key-file', failure: key.error });
  const programmeKey = key.value;
  const begin = (policy: Policy, isFileUnused = false) => ok({ policy, programmeKey, isFileUnused });
  const { policy } = offered;
  if (programmeKey === null) return policy.ok ? begin(policy.value) : policy;
  const signed = signedPolicy(offered, programmeKey);
  switch (before.kind) {
    case 'none':
      return signed.ok ? begin(signed.value) : signed;
    case 'altered':
      return err({ kind: 'altered', what: 'content' });
    case 'installed': {
      // Also where the file has a newer one: nobody covers up what was done to the vault with that.
      if (!isSignatureOf(before.signature, before.policy.bytes, programmeKey.key))
        return err({ kind: 'altered', what: 'signature' });
      const isNext =
        signed.ok && signed.value.rules.id === before.policy.rules.id && signed.value.rules.version > newest;
      return isNext ? begin(signed.value) : begin(before.policy, true);
    }
    case 'from-file': {
      if (!signed.ok) return signed;
      const outOfTurn = whyOutOfTurn(signed.value, before.policy);
      return outOfTurn === null ? begin(signed.value) : err({ kind: 'out-of-turn', failure: outOfTurn });
    }
    default:
      return unreachable(before);
  }
}

/** The pinned key, or the one that is to be pinned; null: neither. A key file that is there has to be the pinned one. */
function keyInForce(
  offered: OfferedPolicy['key'],
  pinned: Uint8Array | null,
): Result<ProgrammeKey | null, KeyFileFailure | { readonly kind: 'other-key' }> {
  if (!offered.ok || pinned === null) return offered;
  const key = keyOfBytes(pinned);
  return offered.value === null || offered.value.hash === key.hash ? ok(key) : err({ kind: 'other-key' });
}

function signedPolicy(
  { path, policy }: OfferedPolicy,
  { key }: ProgrammeKey,
): Result<Policy, PolicyAtStartFailure> {
  if (!policy.ok) return policy;
  const signature = readSignature(path, policy.value.bytes, key);
  return signature.ok ? policy : err({ kind: 'signature', failure: signature.error });
}

/** Why a policy may not follow the one in force by itself; null: it may, or it is the same. */
export function whyOutOfTurn(next: Policy, present: Policy): OutOfTurn | null {
  const { id, version } = next.rules;
  const inForce = present.rules;
  if (next.hash === present.hash) return null;
  if (id !== inForce.id) return { kind: 'other-programme', id, inForce: inForce.id };
  if (version < inForce.version) return { kind: 'older', version, inForce: inForce.version };
  return version === inForce.version ? { kind: 'same-version', version } : null;
}
