import { type KeyObject, sign, verify } from 'node:crypto';
import { err, ok, type Result } from '../../../shared/result.ts';
import { readSmallFile, type UnreadFailure } from '../file-systems/small-file.ts';

/** Why a file does not count as signed. `missing`: there is no signature beside it. */
export type SignatureFailure =
  | UnreadFailure
  | { readonly kind: 'malformed' }
  /** The file is one, but not of this document by this key. */
  | { readonly kind: 'wrong' };

/** What is signed. Each kind has words of its own in front of it: no signature of one kind is one of another. */
export type SignedKind = 'policy' | 'order';

/** An Ed25519 signature has 64 bytes. */
const SIGNATURE_BYTES = 64;
/** A signature's file has a hundred characters. */
const MOST_SIGNATURE_FILE_BYTES = 1024;

/** The first line, and 64 bytes as base64 on a line of their own. */
const SIGNATURE_FILE = /^(.*)\r?\n([A-Za-z0-9+/]{86}==)\s*$/;

const firstLine = (kind: SignedKind): string => `counterfoil ${kind} signature 1`;

/** Where the signature of a file lies: beside it. */
export function signaturePath(path: string): string {
  return `${path}.sig`;
}

function signedBytes(kind: SignedKind, document: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from(`counterfoil ${kind} 1\n`), document]);
}

/** Signs a file's exact bytes; answers the text of the file that goes beside it. */
export function signDetached(kind: SignedKind, document: Uint8Array, privateKey: KeyObject): string {
  return `${firstLine(kind)}\n${sign(null, signedBytes(kind, document), privateKey).toString('base64')}\n`;
}

/** Whether these are the signature's bytes of exactly this document, by this key. */
export function isDetachedSignatureOf(
  kind: SignedKind,
  signature: Uint8Array,
  document: Uint8Array,
  key: KeyObject,
): boolean {
  return verify(null, signedBytes(kind, document), key, signature);
}

/** Reads the signature beside a file and checks it; answers its bytes. */
export function readDetachedSignature(
  kind: SignedKind,
  path: string,
  document: Uint8Array,
  key: KeyObject,
): Result<Uint8Array, SignatureFailure> {
  const file = readSmallFile(signaturePath(path), MOST_SIGNATURE_FILE_BYTES);
  if (!file.ok) return file;
  const [, first, encoded] = SIGNATURE_FILE.exec(Buffer.from(file.value).toString('latin1')) ?? [];
  const signature = Buffer.from(first === firstLine(kind) ? (encoded ?? '') : '', 'base64');
  if (signature.byteLength !== SIGNATURE_BYTES) return err({ kind: 'malformed' });
  return isDetachedSignatureOf(kind, signature, document, key) ? ok(signature) : err({ kind: 'wrong' });
}
