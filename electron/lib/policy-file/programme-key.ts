import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import { dirname, join } from 'node:path';
import { err, ok, type Result } from '../../../shared/result.ts';
import { readSmallFile, type UnreadFailure } from '../file-systems/small-file.ts';

/** The programme's public key: only what its private half has signed is a policy of the programme. */
export interface ProgrammeKey {
  readonly key: KeyObject;
  /** Its 32 bytes, as they are pinned. */
  readonly raw: Uint8Array;
  /** SHA-256 of the 32 bytes, as the ledger and the tool have it. */
  readonly hash: string;
}

/** Why a key file is none: it cannot be read, or holds something else than a public Ed25519 key. */
export type KeyFileFailure =
  | Exclude<UnreadFailure, { readonly kind: 'missing' }>
  | { readonly kind: 'no-key' };

/** What a key's file is called, in the same folder as the policy. */
export const KEY_FILE_NAME = 'program-key.pem';

/** A public key's file has a hundred characters. */
const MOST_KEY_FILE_BYTES = 4096;
const KEY_BYTES = 32;
/** What stands before the 32 bytes in a public key's DER (RFC 8410). */
const DER_BEFORE_KEY = Buffer.from('302a300506032b6570032100', 'hex');
const PUBLIC_PEM = /^\s*-----BEGIN PUBLIC KEY-----[A-Za-z0-9+/=\s]+-----END PUBLIC KEY-----\s*$/;

/** Where the key of a policy's programme lies: beside the policy. */
export function keyPath(policyPath: string): string {
  return join(dirname(policyPath), KEY_FILE_NAME);
}

/** A key from its 32 bytes. @throws where they are not as many. */
export function keyOfBytes(raw: Uint8Array): ProgrammeKey {
  if (raw.byteLength !== KEY_BYTES) throw new Error('a programme key has 32 bytes');
  const key = createPublicKey({ key: Buffer.concat([DER_BEFORE_KEY, raw]), format: 'der', type: 'spki' });
  return { key, raw, hash: createHash('sha256').update(raw).digest('hex') };
}

/** The public key of a PEM file; null where there is no file. A private key is refused: it has no business on a kiosk. */
export function readKeyFile(path: string): Result<ProgrammeKey | null, KeyFileFailure> {
  const file = readSmallFile(path, MOST_KEY_FILE_BYTES);
  if (!file.ok) return file.error.kind === 'missing' ? ok(null) : err(file.error);
  const pem = Buffer.from(file.value).toString('latin1');
  const der = PUBLIC_PEM.test(pem) ? Buffer.from(pem.replace(/-----[A-Z ]+-----|\s/g, ''), 'base64') : null;
  if (
    der?.byteLength !== DER_BEFORE_KEY.byteLength + KEY_BYTES ||
    !der.subarray(0, DER_BEFORE_KEY.byteLength).equals(DER_BEFORE_KEY)
  )
    return err({ kind: 'no-key' });
  return ok(keyOfBytes(der.subarray(DER_BEFORE_KEY.byteLength)));
}
