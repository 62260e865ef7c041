import sodium from 'sodium-native';
import { openBox } from '../custody/guarded.ts';
import { type GuardedKey, guardedKeyOf, PUBLIC_KEY_BYTES, SEED_BYTES } from './signing-key.ts';

/**
 * One of the two slots of the key that signs, a page each:
 *
 * | bytes    | in clear                                              |
 * |----------|-------------------------------------------------------|
 * | 0–3      | "CfKy"                                                |
 * | 4        | version                                               |
 * | 5        | 0 free, 1 used                                        |
 * | 6–7      | 0                                                     |
 * | 8–15     | epoch, big-endian (random if free)                    |
 * | 16–47    | public key (random if free)                           |
 * | 48–71    | nonce (random if free)                                |
 * | 72–119   | the seed, encrypted under the device key, and its tag |
 * | 120–4095 | random                                                |
 *
 * All that matters lies in the first 512 bytes, as in a slot of an application's key (custody/slot.ts).
 */
const MAGIC = Buffer.from('CfKy', 'latin1');
const VERSION = 1;
const FREE = 0;
const USED = 1;
const VERSION_AT = 4;
const STATE_AT = 5;
const RESERVED_AT = 6;
const EPOCH_AT = 8;
const PUBLIC_KEY_AT = 16;
const NONCE_AT = PUBLIC_KEY_AT + PUBLIC_KEY_BYTES;
const SEALED_AT = NONCE_AT + 24;
const SEALED_END = SEALED_AT + SEED_BYTES + 16;

/** Which key it is: how many there were before it, and its public half (32 bytes). */
export interface KeyName {
  readonly epoch: number;
  readonly raw: Uint8Array;
}

type KeySlotContent =
  | { readonly kind: 'free' }
  | { readonly kind: 'foreign' }
  | { readonly kind: 'newer' }
  | { readonly kind: 'used'; readonly name: KeyName };

/** What a page of the file is, as far as it can be told without the device key. */
export function readKeySlot(page: Buffer): KeySlotContent {
  if (page.every((byte) => byte === 0)) return { kind: 'free' };
  if (!page.subarray(0, MAGIC.length).equals(MAGIC)) return { kind: 'foreign' };
  const version = page[VERSION_AT] ?? 0;
  if (version > VERSION) return { kind: 'newer' };
  if (version < VERSION || page.readUInt16BE(RESERVED_AT) !== 0) return { kind: 'foreign' };
  if (page[STATE_AT] === FREE) return { kind: 'free' };
  const epoch = page.readBigUInt64BE(EPOCH_AT);
  if (page[STATE_AT] !== USED || epoch > BigInt(Number.MAX_SAFE_INTEGER)) return { kind: 'foreign' };
  const raw = Buffer.from(page.subarray(PUBLIC_KEY_AT, NONCE_AT));
  return { kind: 'used', name: { epoch: Number(epoch), raw } };
}

/** Makes the page a free slot: random bytes wherever a used one has anything to hide. */
export function layFreeKeySlot(page: Buffer): void {
  layHeader(page, FREE);
}

/** Makes the page the slot of this key. The seed goes from guarded memory into ciphertext directly. */
export function layUsedKeySlot(
  page: Buffer,
  place: { readonly slot: number; readonly epoch: number },
  key: GuardedKey,
  deviceKey: Buffer,
): void {
  layHeader(page, USED);
  page.writeBigUInt64BE(BigInt(place.epoch), EPOCH_AT);
  key.raw.copy(page, PUBLIC_KEY_AT);
  key.lendSeed((seed) =>
    sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(
      page.subarray(SEALED_AT, SEALED_END),
      seed,
      associatedDataOf(place, key.raw),
      null,
      page.subarray(NONCE_AT, SEALED_AT),
      deviceKey,
    ),
  );
}

/** The key of a used slot; null: it does not open. Another device key, another place, or damage. */
export function openKeySlot(
  page: Buffer,
  slot: number,
  { epoch, raw }: KeyName,
  deviceKey: Buffer,
): GuardedKey | null {
  const seed = sodium.sodium_malloc(SEED_BYTES);
  const box = {
    nonce: page.subarray(NONCE_AT, SEALED_AT),
    sealed: page.subarray(SEALED_AT, SEALED_END),
    associatedData: associatedDataOf({ slot, epoch }, raw),
  };
  const key = openBox(seed, box, deviceKey) ? guardedKeyOf(seed) : null;
  sodium.sodium_memzero(seed);
  if (key !== null && !key.raw.equals(raw))
    throw new Error('a sealed seed is of another key than its slot says');
  return key;
}

function layHeader(page: Buffer, state: number): void {
  sodium.randombytes_buf(page);
  MAGIC.copy(page);
  page[VERSION_AT] = VERSION;
  page[STATE_AT] = state;
  page.writeUInt16BE(0, RESERVED_AT);
}

/** Bound to all that the slot says in clear, and to its place. */
function associatedDataOf(
  { slot, epoch }: { readonly slot: number; readonly epoch: number },
  raw: Uint8Array,
): Buffer {
  const name = Buffer.from(raw).toString('hex');
  return Buffer.from(`counterfoil signing slot\0${VERSION}\0${slot}\0${epoch}\0${name}`, 'latin1');
}
