import { type KeyObject, sign, verify } from 'node:crypto';
import { err, ok, type Result } from '../../../shared/result.ts';
import { readSmallFile, type UnreadFailure } from './small-file.ts';

/** Why a policy does not count as signed. `missing`: there is no file beside it. */
export type SignatureFailure =
  | UnreadFailure
  | { readonly kind: 'malformed' }
  /** The file is one, but not of this policy by this key. */
  | { readonly kind: 'wrong' };

/** An Ed25519 signature has 64 bytes. */
const SIGNATURE_BYTES = 64;
/** A signature's file has a hundred characters. */
const MOST_SIGNATURE_FILE_BYTES = 1024;

const FIRST_LINE = 'counterfoil policy signature 1';
/** The line, and 64 bytes as base64 on a line of their own. */
const SIGNATURE_FILE = new RegExp(`^${FIRST_LINE}\\r?\\n([A-Za-z0-9+/]{86}==)\\s*$`);

/** Where the signature of a policy file lies: beside it. */
export function signaturePath(policyPath: string): string {
  return `${policyPath}.sig`;
}

/** What is signed: the file's exact bytes, behind words with which the same key signs nothing else. */
function signedBytes(policy: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from('counterfoil policy 1\n'), policy]);
}

/** Signs a policy file's bytes; answers the text of the file that goes beside it. */
export function signPolicy(policy: Uint8Array, privateKey: KeyObject): string {
  return `${FIRST_LINE}\n${sign(null, signedBytes(policy), privateKey).toString('base64')}\n`;
}

/** Whether these are the signature's bytes of exactly this policy, by this key. */
export function isSignatureOf(signature: Uint8Array, policy: Uint8Array, key: KeyObject): boolean {
  return verify(null, signedBytes(policy), key, signature);
}

/** Reads the signature beside a policy file and checks it; answers its bytes. */
export function readSignature(
  policyPath: string,
  policy: Uint8Array,
  key: KeyObject,
): Result<Uint8Array, SignatureFailure> {
  const file = readSmallFile(signaturePath(policyPath), MOST_SIGNATURE_FILE_BYTES);
  if (!file.ok) return file;
  const [, encoded] = SIGNATURE_FILE.exec(Buffer.from(file.value).toString('latin1')) ?? [];
  const signature = Buffer.from(encoded ?? '', 'base64');
  if (signature.byteLength !== SIGNATURE_BYTES) return err({ kind: 'malformed' });
  return isSignatureOf(signature, policy, key) ? ok(signature) : err({ kind: 'wrong' });
}
