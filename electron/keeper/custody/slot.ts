import sodium from 'sodium-native';
import { type ApplicationId, applicationId } from '../../../shared/contract/ids.ts';
import { KEY_BYTES, openBox } from './guarded.ts';
import { FIELDS_AT, layFreePage, layUsedPage, type SlotFormat, stateOfPage } from './slot-page.ts';

/**
 * One slot is one page, so that overwriting it never needs to read its neighbours:
 *
 * | bytes   | in clear                                             |
 * |---------|------------------------------------------------------|
 * | 0–3     | "CfSl"                                               |
 * | 4       | version                                              |
 * | 5       | 0 free, 1 used                                       |
 * | 6–7     | 0                                                    |
 * | 8–23    | application (random if free)                         |
 * | 24–47   | nonce (random if free)                               |
 * | 48–95   | the key, encrypted under the device key, and its tag |
 * | 96–4095 | random                                               |
 *
 * All that matters lies in the first 512 bytes: a disk that tears a page apart at a power cut tears between
 * sectors. Its first eight bytes: slot-page.ts.
 */
export const SLOT_BYTES = 4096;

const FORMAT = { magic: Buffer.from('CfSl', 'latin1'), version: 1 } as const satisfies SlotFormat;
const APPLICATION_AT = FIELDS_AT;
const NONCE_AT = 24;
const SEALED_AT = NONCE_AT + 24;
const SEALED_END = SEALED_AT + KEY_BYTES + 16;

export type SlotContent =
  | { readonly kind: 'free' }
  | { readonly kind: 'foreign' }
  | { readonly kind: 'newer' }
  | { readonly kind: 'used'; readonly application: ApplicationId };

/** What a page of the file is, as far as it can be told without the device key. */
export function readSlot(page: Buffer): SlotContent {
  const state = stateOfPage(page, FORMAT);
  if (state !== 'used') return { kind: state };
  const application = page.toString('hex', APPLICATION_AT, NONCE_AT);
  return { kind: 'used', application: applicationId.parse(application) };
}

/** Makes the page a free slot: random bytes wherever a used one has anything to hide. */
export function layFreeSlot(page: Buffer): void {
  layFreePage(page, FORMAT);
}

/** Makes the page the slot of an application. Its key goes from guarded memory into ciphertext directly. */
export function layUsedSlot(
  page: Buffer,
  place: { readonly slot: number; readonly application: ApplicationId },
  keys: { readonly key: Buffer; readonly deviceKey: Buffer },
): void {
  layUsedPage(page, FORMAT);
  page.write(place.application, APPLICATION_AT, 'hex');
  sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(
    page.subarray(SEALED_AT, SEALED_END),
    keys.key,
    associatedDataOfSlot(place.slot, place.application),
    null,
    page.subarray(NONCE_AT, SEALED_AT),
    keys.deviceKey,
  );
}

/** Decrypts a used slot's key into guarded memory; false if it does not open: another key, place or damage. */
export function openSlot(
  page: Buffer,
  place: { readonly slot: number; readonly application: ApplicationId },
  deviceKey: Buffer,
  into: Buffer,
): boolean {
  const nonce = page.subarray(NONCE_AT, SEALED_AT);
  const sealed = page.subarray(SEALED_AT, SEALED_END);
  return openBox(
    into,
    { nonce, sealed, associatedData: associatedDataOfSlot(place.slot, place.application) },
    deviceKey,
  );
}

/** Bound to application and place: a slot that was copied elsewhere in the file does not open. */
function associatedDataOfSlot(slot: number, application: ApplicationId): Buffer {
  return Buffer.from(`counterfoil sealed slot\0${FORMAT.version}\0${slot}\0${application}`, 'latin1');
}
