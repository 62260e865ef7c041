import type { CompletePolicy } from '../../../shared/programme/complete.ts';
import { err, ok, type Result, unreachable } from '../../../shared/result.ts';
import type { SignatureFailure } from '../../lib/policy-file/detached-signature.ts';
import { type Policy, type PolicyFailure, readPolicyFile } from '../../lib/policy-file/policy-file.ts';
import { isSignatureOf, readSignature } from '../../lib/policy-file/policy-signature.ts';
import {
  type KeyFileFailure,
  keyOfBytes,
  keyPath,
  type ProgrammeKey,
  readKeyFile,
} from '../../lib/policy-file/programme-key.ts';
import { letsWipesGoOn } from '../holds/verdict.ts';
import type { KeptPolicy } from './kept-policy.ts';
import type { PolicyRecord, UnderHold } from './policies.ts';

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

/** It would let go on what a legal hold has stopped. */
export interface LoosensHold {
  readonly kind: 'loosens-hold';
  readonly next: CompletePolicy['hold'];
  readonly inForce: CompletePolicy['hold'];
}

/** Why a kiosk does not begin with what was offered. Nothing was changed. */
export type PolicyAtStartFailure =
  | PolicyFailure
  | { readonly kind: 'signature'; readonly failure: SignatureFailure }
  | { readonly kind: 'key-file'; readonly failure: KeyFileFailure | { readonly kind: 'other-key' } }
  | { readonly kind: 'out-of-turn'; readonly failure: OutOfTurn | LoosensHold }
  /** The policy in force is not as it was put into the vault. `what`: of which this shows. */
  | { readonly kind: 'altered'; readonly what: 'content' | 'signature' }
  /**
   * The policy in force is what a supervisor installed, and none by the rules of this release. `newest`: the highest version
   * that was in force, which the next one has to exceed. `file`: why the policy file does not take its place.
   */
  | { readonly kind: 'unread'; readonly newest: number; readonly file: UnfitFile };

type UnfitFile = PolicyFailure['kind'] | 'signature' | OutOfTurn['kind'];

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
 * installed stays in force, by its signature, until the file has a newer one than any before. Under none goes on what a
 * legal hold has stopped.
 */
export function policyAtStart(
  offered: OfferedPolicy,
  { pinned, before, newest, underHold }: PolicyRecord,
): Result<PolicyAtStart, PolicyAtStartFailure> {
  const key = keyInForce(offered.key, pinned);
  if (!key.ok) return err({ kind: 'key-file', failure: key.error });
  const programmeKey = key.value;
  const begin = (policy: Policy, isFileUnused = false) => ok({ policy, programmeKey, isFileUnused });
  const follow = (policy: Policy): Result<PolicyAtStart, PolicyAtStartFailure> => {
    const failure = loosensHold(policy, underHold);
    return failure === null ? begin(policy) : err({ kind: 'out-of-turn', failure });
  };
  const { policy } = offered;
  if (programmeKey === null) return policy.ok ? follow(policy.value) : policy;
  const signed = signedPolicy(offered, programmeKey);
  switch (before.kind) {
    case 'none':
      return signed.ok ? follow(signed.value) : signed;
    case 'altered':
      return err({ kind: 'altered', what: 'content' });
    case 'installed': {
      // Also where the file has a newer one: nobody covers up what was done to the vault with that.
      if (!isSignatureOf(before.signature, before.policy.bytes, programmeKey.key))
        return err({ kind: 'altered', what: 'signature' });
      const installed = before.policy;
      if (installed.rules === null) {
        if (!signed.ok) return err({ kind: 'unread', newest, file: signed.error.kind });
        const outOfTurn = whyOutOfTurn(signed.value, presentOf(installed, signed.value, newest));
        return outOfTurn === null
          ? follow(signed.value)
          : err({ kind: 'unread', newest, file: outOfTurn.kind });
      }
      const isNext =
        signed.ok && signed.value.rules.id === installed.rules.id && signed.value.rules.version > newest;
      const next = isNext ? follow(signed.value) : null;
      return next?.ok === true ? next : begin(installed, true);
    }
    case 'from-file': {
      if (!signed.ok) return signed;
      const outOfTurn = whyOutOfTurn(signed.value, presentOf(before.policy, signed.value, newest));
      return outOfTurn === null ? follow(signed.value) : err({ kind: 'out-of-turn', failure: outOfTurn });
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
): Result<Policy, PolicyFailure | { readonly kind: 'signature'; readonly failure: SignatureFailure }> {
  if (!policy.ok) return policy;
  const signature = readSignature(path, policy.value.bytes, key);
  return signature.ok ? policy : err({ kind: 'signature', failure: signature.error });
}

function loosensHold({ hash, rules }: Policy, underHold: UnderHold | null): LoosensHold | null {
  if (underHold === null || hash === underHold.policy) return null;
  const { hold } = underHold;
  return letsWipesGoOn(rules.hold, hold) ? { kind: 'loosens-hold', next: rules.hold, inForce: hold } : null;
}

/** What the next one is compared with: of a policy that this release does not take as much as is known. */
function presentOf(kept: KeptPolicy, next: Policy, newest: number): PresentPolicy {
  if (kept.rules !== null) return kept;
  return { hash: kept.hash, rules: { id: kept.sections.id ?? next.rules.id, version: newest } };
}

type PresentPolicy = Pick<Policy, 'hash'> & { readonly rules: Pick<CompletePolicy, 'id' | 'version'> };

/** Why a policy may not follow the one in force by itself; null: it may, or it is the same. */
export function whyOutOfTurn(next: Policy, present: PresentPolicy): OutOfTurn | null {
  const { id, version } = next.rules;
  const inForce = present.rules;
  if (next.hash === present.hash) return null;
  if (id !== inForce.id) return { kind: 'other-programme', id, inForce: inForce.id };
  if (version < inForce.version) return { kind: 'older', version, inForce: inForce.version };
  return version === inForce.version ? { kind: 'same-version', version } : null;
}
