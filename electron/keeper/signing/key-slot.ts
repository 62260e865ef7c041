import sodium from 'sodium-native';
import { openBox } from '../custody/guarded.ts';
import { FIELDS_AT, layFreePage, layUsedPage, type SlotFormat, stateOfPage } from '../custody/slot-page.ts';
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
const FORMAT = { magic: Buffer.from('CfKy', 'latin1'), version: 1 } as const satisfies SlotFormat;
const EPOCH_AT = FIELDS_AT;
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
  const state = stateOfPage(page, FORMAT);
  if (state !== 'used') return { kind: state };
  const epoch = page.readBigUInt64BE(EPOCH_AT);
  if (epoch > BigInt(Number.MAX_SAFE_INTEGER)) return { kind: 'foreign' };
  const raw = Buffer.from(page.subarray(PUBLIC_KEY_AT, NONCE_AT));
  return { kind: 'used', name: { epoch: Number(epoch), raw } };
}

/** Makes the page a free slot: random bytes wherever a used one has anything to hide. */
export function layFreeKeySlot(page: Buffer): void {
  layFreePage(page, FORMAT);
}

/** Makes the page the slot of this key. The seed goes from guarded memory into ciphertext directly. */
export function layUsedKeySlot(
  page: Buffer,
  place: { readonly slot: number; readonly epoch: number },
  key: GuardedKey,
  deviceKey: Buffer,
): void {
  layUsedPage(page, FORMAT);
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

/** Bound to all that the slot says in clear, and to its place. */
function associatedDataOf(
  { slot, epoch }: { readonly slot: number; readonly epoch: number },
  raw: Uint8Array,
): Buffer {
  const name = Buffer.from(raw).toString('hex');
  return Buffer.from(`counterfoil signing slot\0${FORMAT.version}\0${slot}\0${epoch}\0${name}`, 'latin1');
}
