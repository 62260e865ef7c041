import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import type { PolicyFault, PolicyMistake } from '../../../shared/contract/policy-acts.ts';
import type { ChangeLine } from '../../../shared/programme/in-words/change-lines.ts';
import { err, ok, type Result, unreachable } from '../../../shared/result.ts';
import { visible } from '../../../shared/start/visible.ts';
import { whyOutOfTurn } from './policy-at-start.ts';
import { type Policy, type PolicyFailure, readPolicyFile } from './policy-file.ts';
import { readSignature, type SignatureFailure, signaturePath } from './policy-signature.ts';
import type { ProgrammeKey } from './programme-key.ts';

/** What the policy on a stick is called; its signature lies beside it. */
const FILE_NAME = 'policy.json';
/** Nobody reads more on a screen. */
const MOST_MISTAKES = 20;
const MOST_CHARACTERS = 500;
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

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

/** Reads a policy and its signature from a folder, and does every check. Changes nothing. */
export function readPolicyOnStick(
  folder: string,
  { key, inForce }: Yardstick,
): Result<SignedPolicy, PolicyFault> {
  const path = join(folder, FILE_NAME);
  // A link leads out of the stick: to a file of the system, or to the kiosk's own, whose locks would be lost.
  if (isLink(path) || isLink(signaturePath(path))) return err({ check: 'file', why: 'no-file' });
  const policy = readPolicyFile(path);
  if (!policy.ok) return err(faultOfFile(policy.error));
  const signature = readSignature(path, policy.value.bytes, key.key);
  if (!signature.ok) return err(faultOfSignature(signature.error));
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
      return { check: 'content', mistakes: [mistakeOf({ ...failure, path: [] })], more: 0 };
    case 'wrong': {
      const mistakes = failure.issues.slice(0, MOST_MISTAKES).map(mistakeOf);
      return { check: 'content', mistakes, more: failure.issues.length - mistakes.length };
    }
    default:
      return unreachable(failure);
  }
}

/** A stick may hold anything: its words are shown as they would be read, and not at any length. */
function mistakeOf(mistake: {
  readonly line: number;
  readonly column: number;
  readonly path: readonly (string | number)[];
  readonly allowed: string;
}): PolicyMistake {
  const { line, column, path, allowed } = mistake;
  return { line, column, at: shown(path.join('.')), allowed: shown(allowed) };
}

/** Words out of a file, as a screen has room for them. */
export function shown(words: string, most = MOST_CHARACTERS): string {
  const seen = visible(words.slice(0, most + 1));
  return seen.length > most ? `${seen.slice(0, most)}…` : seen;
}

/** A change as a screen has room for it: what is asked goes first and whole, and only texts are cut. */
export function shownChange({ says, texts }: ChangeLine): string {
  const asked = shown(says, MOST_OF_A_CHANGE);
  return texts === '' ? asked : `${asked} ${shown(texts)}`;
}

function faultOfSignature({ kind }: SignatureFailure): PolicyFault {
  switch (kind) {
    case 'missing':
    case 'malformed':
    case 'wrong':
      return { check: 'signature', why: kind };
    case 'no-file':
    case 'unreadable':
    case 'too-large':
      return { check: 'signature', why: 'unreadable' };
    default:
      return unreachable(kind);
  }
}
