import { inflateRawSync } from 'node:zlib';
import type { PolicyHash } from '../../../shared/contract/ids.ts';
import {
  type LastingSections,
  lastingSectionsOf,
  NO_SECTIONS,
} from '../../../shared/programme/lasting-sections.ts';
import {
  MOST_POLICY_BYTES,
  type Policy,
  policyHashOf,
  readPolicy,
} from '../../lib/policy-file/policy-file.ts';
import { readJsonText } from '../../lib/policy-file/policy-text.ts';

/** A policy that was kept as it is, by another release, and is none by the rules of this one. */
interface UnreadPolicy {
  readonly hash: PolicyHash;
  readonly bytes: Uint8Array;
  /** Nobody works by it. */
  readonly rules: null;
  readonly sections: LastingSections;
}

/** What the vault has under a policy's hash. */
export type KeptPolicy = Policy | UnreadPolicy;

/** The policy of this hash from what is kept of it; null: it is something else. */
export function keptPolicyOf(deflated: Uint8Array, hash: string): KeptPolicy | null {
  const bytes = inflate(deflated);
  if (bytes === null || policyHashOf(bytes) !== hash) return null;
  const policy = readPolicy(bytes);
  return policy.ok ? policy.value : unread(bytes);
}

function unread(bytes: Uint8Array): UnreadPolicy {
  const text = readJsonText(bytes);
  const sections = text.ok ? lastingSectionsOf(text.value.value) : NO_SECTIONS;
  return { hash: policyHashOf(bytes), bytes, rules: null, sections };
}

/** What a kept policy says of erasing and keeping, as far as this release understands it. */
export function sectionsOf(kept: KeptPolicy | null): LastingSections {
  if (kept === null) return NO_SECTIONS;
  return kept.rules === null ? kept.sections : kept.rules;
}

function inflate(deflated: Uint8Array): Uint8Array | null {
  try {
    return inflateRawSync(deflated, { maxOutputLength: MOST_POLICY_BYTES });
  } catch {
    // Whatever it says of bytes that nobody here deflated: they are none of ours.
    return null;
  }
}
