import { createHash } from 'node:crypto';
import { type PolicyHash, policyHash } from '../../../shared/contract/ids.ts';
import { type CompletePolicy, parseCompletePolicy } from '../../../shared/programme/complete.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { readSmallFile, type UnreadFailure } from '../file-systems/small-file.ts';
import { type DocumentFailure, readDocument } from './read-document.ts';

/** A policy and what names it. */
export interface Policy {
  /** SHA-256 of the file's bytes. */
  readonly hash: PolicyHash;
  readonly bytes: Uint8Array;
  readonly rules: CompletePolicy;
}

/** Why a kiosk does not begin with a policy file. The file is as it was. */
export type PolicyFailure = UnreadFailure | DocumentFailure;

/** A policy has a few thousand characters. A film that somebody has put there is not read. */
export const MOST_POLICY_BYTES = 1024 * 1024;

/** The bytes of a file that may be a policy by its kind and size. */
export function readPolicyBytes(path: string): Result<Uint8Array, UnreadFailure> {
  return readSmallFile(path, MOST_POLICY_BYTES);
}

/** Reads and checks a policy file. Changes nothing. */
export function readPolicyFile(path: string): Result<Policy, PolicyFailure> {
  const bytes = readPolicyBytes(path);
  return bytes.ok ? readPolicy(bytes.value) : bytes;
}

/** Reads the bytes of a policy file. */
export function readPolicy(bytes: Uint8Array): Result<Policy, PolicyFailure> {
  const read = readDocument(bytes, parseCompletePolicy);
  return read.ok ? ok({ hash: policyHashOf(bytes), bytes, rules: read.value }) : read;
}

/** What names a policy: the SHA-256 of its file. */
export function policyHashOf(bytes: Uint8Array): PolicyHash {
  return policyHash.parse(createHash('sha256').update(bytes).digest('hex'));
}
