import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { ApplicationId, RecordSearchId } from '../../../shared/contract/ids.ts';
import { err, ok, type Result } from '../../../shared/result.ts';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * What a sealed part is: bound into the ciphertext, so that no column can be swapped for another. `windows` are
 * fingerprints: stored rows are bound to the name that the first release wrote. `asked-name` is of a record search.
 */
export type SealedPart = 'answers' | 'photo' | 'card' | 'tray' | 'windows' | 'look-up' | 'asked-name';

/** Whose key seals it. */
export type SealedOwner = ApplicationId | RecordSearchId;

function associatedData(owner: SealedOwner, part: SealedPart): Buffer {
  return Buffer.from(`counterfoil/1\0${owner}\0${part}`);
}

/**
 * AES-256-GCM under the application's (or the search's) own key. Returns nonce, ciphertext, tag in one piece.
 * The nonce is random: one application is sealed far fewer than 2^32 times (NIST SP 800-38D, 8.3).
 */
export function seal(key: Uint8Array, owner: SealedOwner, part: SealedPart, plain: Uint8Array): Uint8Array {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(associatedData(owner, part));
  const first = cipher.update(plain);
  const last = cipher.final();
  const sealed = new Uint8Array(NONCE_BYTES + first.byteLength + last.byteLength + TAG_BYTES);
  sealed.set(nonce, 0);
  sealed.set(first, NONCE_BYTES);
  sealed.set(last, NONCE_BYTES + first.byteLength);
  sealed.set(cipher.getAuthTag(), NONCE_BYTES + first.byteLength + last.byteLength);
  return sealed;
}

/** Opens what `seal` made. `tampered`: the bytes are not what was sealed for this owner and part. */
export function open(
  key: Uint8Array,
  owner: SealedOwner,
  part: SealedPart,
  sealed: Uint8Array,
): Result<Uint8Array, { readonly kind: 'tampered' }> {
  if (sealed.byteLength < NONCE_BYTES + TAG_BYTES) return err({ kind: 'tampered' });
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES));
  decipher.setAAD(associatedData(owner, part));
  decipher.setAuthTag(sealed.subarray(sealed.byteLength - TAG_BYTES));
  const chunk = decipher.update(sealed.subarray(NONCE_BYTES, sealed.byteLength - TAG_BYTES));
  try {
    decipher.final();
  } catch {
    chunk.fill(0);
    return err({ kind: 'tampered' });
  }
  const plain = new Uint8Array(chunk);
  // The copy that node's decipher made would otherwise stay until the collector comes by.
  chunk.fill(0);
  return ok(plain);
}
