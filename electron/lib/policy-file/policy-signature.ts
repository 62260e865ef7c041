import type { KeyObject } from 'node:crypto';
import type { Result } from '../../../shared/result.ts';
import {
  isDetachedSignatureOf,
  readDetachedSignature,
  type SignatureFailure,
  signDetached,
} from './detached-signature.ts';

/** Signs a policy file's bytes; answers the text of the file that goes beside it. */
export function signPolicy(policy: Uint8Array, privateKey: KeyObject): string {
  return signDetached('policy', policy, privateKey);
}

/** Whether these are the signature's bytes of exactly this policy, by this key. */
export function isSignatureOf(signature: Uint8Array, policy: Uint8Array, key: KeyObject): boolean {
  return isDetachedSignatureOf('policy', signature, policy, key);
}

/** Reads the signature beside a policy file and checks it; answers its bytes. */
export function readSignature(
  policyPath: string,
  policy: Uint8Array,
  key: KeyObject,
): Result<Uint8Array, SignatureFailure> {
  return readDetachedSignature('policy', policyPath, policy, key);
}
