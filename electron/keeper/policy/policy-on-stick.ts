import { join } from 'node:path';
import type { PolicyFault } from '../../../shared/contract/policy-acts.ts';
import type { ChangeLine } from '../../../shared/programme/in-words/change-lines.ts';
import { err, ok, type Result, unreachable } from '../../../shared/result.ts';
import { signaturePath } from '../../lib/policy-file/detached-signature.ts';
import { type Policy, type PolicyFailure, readPolicyFile } from '../../lib/policy-file/policy-file.ts';
import { readSignature } from '../../lib/policy-file/policy-signature.ts';
import type { ProgrammeKey } from '../../lib/policy-file/programme-key.ts';
import { whyNotOpened } from '../disk/why-not-opened.ts';
import { mistakesOf, shown, whyUnsigned } from './faults-on-stick.ts';
import { whyOutOfTurn } from './policy-at-start.ts';

/** What the policy on a stick is called; its signature lies beside it. */
const FILE_NAME = 'policy.json';
/** More than any change says besides texts, of a policy whose names can be read: what is asked is never cut. */
const MOST_OF_A_CHANGE = 4000;

/** A policy that may be installed. */
export interface SignedPolicy {
  readonly policy: Policy;
  readonly signature: Uint8Array;
  readonly isOlder: boolean;
}

/** What a policy on a stick is checked against. */
export interface Yardstick {
  readonly key: ProgrammeKey;
  readonly inForce: Policy;
}

/** Reads a policy and its signature from a folder, and does every check. Changes nothing. */
export function readPolicyOnStick(
  folder: string,
  { key, inForce }: Yardstick,
): Result<SignedPolicy, PolicyFault> {
  const path = join(folder, FILE_NAME);
  const why = whyNotOpened(path) ?? whyNotOpened(signaturePath(path));
  if (why !== null) return err({ check: 'file', why });
  const policy = readPolicyFile(path);
  if (!policy.ok) return err(faultOfFile(policy.error));
  const signature = readSignature(path, policy.value.bytes, key.key);
  if (!signature.ok) return err({ check: 'signature', why: whyUnsigned(signature.error) });
  const { version } = policy.value.rules;
  if (policy.value.hash === inForce.hash) return err({ check: 'version', why: 'in-force', version });
  const outOfTurn = whyOutOfTurn(policy.value, inForce);
  switch (outOfTurn?.kind) {
    case undefined:
    case 'older':
      return ok({ policy: policy.value, signature: signature.value, isOlder: outOfTurn !== null });
    case 'same-version':
      return err({ check: 'version', why: 'same-version', version });
    case 'other-programme':
      return err({ check: 'program', found: outOfTurn.id, inForce: outOfTurn.inForce });
    default:
      return unreachable(outOfTurn);
  }
}

function faultOfFile(failure: PolicyFailure): PolicyFault {
  switch (failure.kind) {
    case 'missing':
    case 'no-file':
    case 'unreadable':
    case 'too-large':
      return { check: 'file', why: failure.kind };
    case 'not-json':
    case 'wrong':
      return { check: 'content', ...mistakesOf(failure) };
    default:
      return unreachable(failure);
  }
}

/** A change as a screen has room for it: what is asked goes first and whole, and only texts are cut. */
export function shownChange({ says, texts }: ChangeLine): string {
  const asked = shown(says, MOST_OF_A_CHANGE);
  return texts === '' ? asked : `${asked} ${shown(texts)}`;
}
