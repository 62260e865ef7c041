import sodium from 'sodium-native';
import { err, ok, type Result } from '../../../shared/result.ts';
import { guardedCopy, KEY_BYTES, openBox, randomKey } from './guarded.ts';
import { createSalt, SALT_BYTES, slowHash } from './slow-hash.ts';

const NONCE_BYTES = 24;
const SEALED_BYTES = NONCE_BYTES + KEY_BYTES + 16;

/** The device key as the vault keeps it for one member of staff. Salt: 16 bytes; sealed: 72. */
export interface WrappedDeviceKey {
  readonly salt: Buffer;
  readonly sealed: Buffer;
}

/** Whose passphrase it is. Bound to the wrapping: a role that is changed in the vault's file opens nothing. */
export interface KeyOwner {
  readonly identifier: string;
  readonly role: string;
}

/** The key of this kiosk, under which slots are sealed. In guarded memory; the caller zeroes it. */
export function createDeviceKey(): Buffer {
  return randomKey();
}

/** Encrypts the device key under a passphrase. The caller may zero the key at once. */
export async function wrapDeviceKey(
  deviceKey: Uint8Array,
  passphrase: string,
  owner: KeyOwner,
): Promise<WrappedDeviceKey> {
  // Whoever lends it may close while the passphrase is hashed, and zeros would be wrapped.
  const copy = guardedCopy(deviceKey);
  const salt = createSalt();
  const key = await slowHash(passphrase, salt);
  const sealed = Buffer.alloc(SEALED_BYTES);
  const nonce = sealed.subarray(0, NONCE_BYTES);
  sodium.randombytes_buf(nonce);
  const [box, associatedData] = [sealed.subarray(NONCE_BYTES), associatedDataOfOwner(owner)];
  sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(box, copy, associatedData, null, nonce, key);
  sodium.sodium_memzero(key);
  sodium.sodium_memzero(copy);
  return { salt, sealed };
}

/**
 * The device key in guarded memory, which the caller zeroes. That it opens is what authenticates staff; there
 * is no second verifier. Damage of any kind is a wrong passphrase, and costs the same time.
 */
export async function unwrapDeviceKey(
  wrapped: { readonly salt: Uint8Array; readonly sealed: Uint8Array },
  passphrase: string,
  owner: KeyOwner,
): Promise<Result<Buffer, { readonly kind: 'wrong-passphrase' }>> {
  const whole = wrapped.salt.length === SALT_BYTES && wrapped.sealed.length === SEALED_BYTES;
  const key = await slowHash(passphrase, whole ? wrapped.salt : Buffer.alloc(SALT_BYTES));
  const box = asBuffer(whole ? wrapped.sealed : Buffer.alloc(SEALED_BYTES));
  const [nonce, sealed] = [box.subarray(0, NONCE_BYTES), box.subarray(NONCE_BYTES)];
  const deviceKey = sodium.sodium_malloc(KEY_BYTES);
  const opened = openBox(deviceKey, { nonce, sealed, associatedData: associatedDataOfOwner(owner) }, key);
  sodium.sodium_memzero(key);
  return opened ? ok(deviceKey) : err({ kind: 'wrong-passphrase' });
}

/** Costs what a wrong passphrase costs: a name that nobody has must not be told by its speed. */
export async function spendTime(passphrase: string): Promise<void> {
  sodium.sodium_memzero(await slowHash(passphrase, Buffer.alloc(SALT_BYTES)));
}

/** As JSON, so that no identifier and role run into one another. */
function associatedDataOfOwner({ identifier, role }: KeyOwner): Buffer {
  return Buffer.from(JSON.stringify(['counterfoil device key', 1, identifier, role]));
}

/** The same memory, not a copy of it. */
function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
