import { createPublicKey, hash, type KeyObject, verify } from 'node:crypto';
import {
  type Checkpoint,
  type CheckpointContent,
  type CheckpointPurpose,
  signedBytes,
} from '../../../shared/ledger/checkpoint.ts';
import { isSpkiOfEd25519, type SigningKey } from '../signing/signing-key.ts';

/** SHA-256 in one call: without an object for each hash it takes three quarters of the time. */
export function sha256(bytes: Uint8Array): Uint8Array {
  return hash('sha256', bytes, 'buffer');
}

/** The Ed25519 signature of a checkpoint. */
export function signCheckpoint(
  key: SigningKey,
  purpose: CheckpointPurpose,
  content: CheckpointContent,
): Uint8Array {
  return key.sign(signedBytes(purpose, content));
}

/** Reads a public key once for many signatures. `null`: these bytes are no Ed25519 key, in the one form that there is. */
export function readPublicKey(publicKey: Uint8Array): KeyObject | null {
  if (!isSpkiOfEd25519(publicKey)) return null;
  try {
    return createPublicKey({ key: Buffer.from(publicKey), format: 'der', type: 'spki' });
  } catch {
    // OpenSSL has one error for each way in which bytes are no key; the answer is the same.
    return null;
  }
}

/** Whether the key signed exactly this. */
export function isSignatureValid(
  key: KeyObject,
  purpose: CheckpointPurpose,
  content: CheckpointContent,
  signature: Uint8Array,
): boolean {
  return verify(null, signedBytes(purpose, content), key, signature);
}

/** Whether a checkpoint that left a kiosk is what its own public key signed. Whose key it is, the ledger tells. */
export function isCheckpointValid(checkpoint: Checkpoint): boolean {
  const key = readPublicKey(Buffer.from(checkpoint.publicKey, 'base64'));
  if (key === null) return false;
  const content = {
    kiosk: Buffer.from(checkpoint.kiosk, 'hex'),
    sequence: checkpoint.sequence,
    hash: Buffer.from(checkpoint.hash, 'hex'),
  };
  return isSignatureValid(key, 'head', content, Buffer.from(checkpoint.signature, 'base64'));
}

/** SHA-256 of the public key in a checkpoint, in hex: of the opening key it is what the ledger's first entry names. */
export function publicKeyHash({ publicKey }: Pick<Checkpoint, 'publicKey'>): string {
  return hash('sha256', Buffer.from(publicKey, 'base64'), 'hex');
}
