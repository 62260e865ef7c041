import sodium from 'sodium-native';

/** Every key here has 256 bits. */
export const KEY_BYTES = 32;

/**
 * A random key in locked, guarded memory of this process (`sodium_malloc`: never swapped, never in a core
 * dump). The memory is given back, guarded pages and all, when the collector drops the last reference;
 * whoever is done with a key zeroes it before.
 */
export function randomKey(): Buffer {
  const key = sodium.sodium_malloc(KEY_BYTES);
  sodium.randombytes_buf(key);
  return key;
}

/** The same key once more, in guarded memory of its own. */
export function guardedCopy(key: Uint8Array): Buffer {
  if (key.byteLength !== KEY_BYTES) throw new Error('not a key of 256 bits');
  const copy = sodium.sodium_malloc(KEY_BYTES);
  copy.set(key);
  return copy;
}

/**
 * Decrypts (XChaCha20-Poly1305) into memory that the caller has; false if the box does not open, and then
 * nothing of it is in there. Lengths that cannot be right are a bug and throw.
 */
export function openBox(
  into: Buffer,
  box: { readonly nonce: Buffer; readonly sealed: Buffer; readonly associatedData: Buffer },
  key: Buffer,
): boolean {
  try {
    sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(
      into,
      null,
      box.sealed,
      box.associatedData,
      box.nonce,
      key,
    );
    return true;
  } catch (error) {
    if (error instanceof Error && error.message === 'could not verify data') return false;
    throw error;
  }
}
