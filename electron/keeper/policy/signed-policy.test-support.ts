import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { CompletePolicy } from '../../../shared/programme/complete.ts';
import { signaturePath } from '../../lib/policy-file/detached-signature.ts';
import { signPolicy } from '../../lib/policy-file/policy-signature.ts';
import { keyPath } from '../../lib/policy-file/programme-key.ts';
import { policyFile, policyOfTests } from './policy.test-support.ts';

/** A programme that signs its policies. */
export interface Programme {
  readonly privateKey: KeyObject;
  readonly publicPem: string;
}

export function newProgramme(): Programme {
  const { privateKey } = generateKeyPairSync('ed25519');
  return {
    privateKey,
    publicPem: createPublicKey(privateKey).export({ format: 'pem', type: 'spki' }).toString(),
  };
}

/** Writes the signature of the file as it is now beside it. */
export function signBeside(policyPath: string, { privateKey }: Programme): void {
  writeFileSync(signaturePath(policyPath), signPolicy(readFileSync(policyPath), privateKey));
}

/** A signed policy file in a folder of its own, with the programme's key beside it, as IT puts them there. */
export function signedPolicyFile(programme: Programme, change: Partial<CompletePolicy> = {}): string {
  const path = policyFile(change);
  signBeside(path, programme);
  writeFileSync(keyPath(path), programme.publicPem);
  return path;
}

/** A folder as on a stick: a policy and its signature, and no key. */
export function stickWith(programme: Programme, change: Partial<CompletePolicy>): string {
  const path = policyFile(change);
  signBeside(path, programme);
  return dirname(path);
}

/** Writes other content and its signature where a policy is. */
export function replaceSigned(path: string, programme: Programme, change: Partial<CompletePolicy>): void {
  writeFileSync(path, JSON.stringify({ ...policyOfTests, ...change }));
  signBeside(path, programme);
}
