import { bytesOfCode, codeOfBytes } from '../base32.ts';
import type { CalendarDate } from '../calendar.ts';
import { custodyKinds } from '../contract/custody.ts';
import {
  LEAST_BYTES,
  LEAST_FILES,
  notDoneCodes,
  type ProvenSearch,
  type Receipt,
  spoolOutcomes,
} from '../contract/receipt.ts';
import { concatenate } from '../ledger/bytes.ts';
import { dayNumber, dayOfNumber, isRealDay } from '../ledger/day.ts';
import { bytesOfHex, hexOfBytes, wordBytes } from '../ledger/encode-field.ts';
import { err, ok, type Result } from '../result.ts';

/** What the paper of a receipt says, and its code: not how the application ended, which stands on no paper. */
export interface ReceiptContent {
  /** The kiosk's random identifier, in hex. */
  readonly kiosk: string;
  readonly day: CalendarDate;
  readonly practice: boolean;
  readonly custody: Receipt['erased']['custody'];
  readonly search: ProvenSearch;
  readonly spool: Receipt['erased']['spool'];
  readonly notDone: Receipt['notDone'];
}

/** A code that was read. Whose key it is, the kiosk's ledger tells. */
export interface ReadReceiptCode {
  readonly content: ReceiptContent;
  /** The Ed25519 public key itself, 32 bytes. */
  readonly publicKey: Uint8Array;
  /** What was signed, and the signature over it. */
  readonly signedBytes: Uint8Array;
  readonly signature: Uint8Array;
}

const FORMAT = 1;
const KIOSK_BYTES = 16;
const DAY_BYTES = 4;
const FACTS_BYTES = 8;
const CONTENT_BYTES = 1 + KIOSK_BYTES + DAY_BYTES + FACTS_BYTES;
const KEY_BYTES = 32;
const CODE_BYTES = CONTENT_BYTES + KEY_BYTES + 64;
/** Apart from all else that the kiosk's key signs. */
const DOMAIN = wordBytes('counterfoil receipt code 1\n');

/** Bits of the byte that says what of the search was not all. */
const TOO_SHORT = 1;
const ALSO_OWN = 2;
const UNREADABLE = 4;

/**
 * The bytes that the kiosk's key signs. @throws on a class that is no power of ten, and on what was not done in another order than
 * the contract's: one content has one code.
 */
export function signedBytesOfReceiptCode(content: ReceiptContent): Uint8Array {
  return concatenate([DOMAIN, contentBytes(content)]);
}

/** The code as text, in groups of four characters. Two receipts that say the same, signed by one key, have the same. */
export function receiptCode(content: ReceiptContent, publicKey: Uint8Array, signature: Uint8Array): string {
  return codeOfBytes(concatenate([contentBytes(content), publicKey, signature]));
}

/** Reads a code as it was scanned or typed. `no-code`: another length, or bytes that no kiosk writes. Looks at no signature. */
export function readReceiptCode(typed: string): Result<ReadReceiptCode, 'no-code'> {
  const bytes = bytesOfCode(typed, CODE_BYTES);
  const content = bytes === null ? null : contentOfBytes(bytes);
  if (bytes === null || content === null) return err('no-code');
  return ok({
    content,
    publicKey: bytes.slice(CONTENT_BYTES, CONTENT_BYTES + KEY_BYTES),
    signedBytes: concatenate([DOMAIN, bytes.slice(0, CONTENT_BYTES)]),
    signature: bytes.slice(CONTENT_BYTES + KEY_BYTES),
  });
}

function contentBytes({ kiosk, day, practice, custody, search, spool, notDone }: ReceiptContent): Uint8Array {
  const dayBytes = new Uint8Array(DAY_BYTES);
  new DataView(dayBytes.buffer).setUint32(0, dayNumber(day));
  const inOrder = notDoneCodes.filter((code) => notDone.includes(code));
  if (inOrder.join() !== notDone.join()) throw new Error('what was not done has one order');
  const facts = Uint8Array.of(
    practice ? 1 : 0,
    custodyKinds.indexOf(custody),
    ...searchBytes(search),
    spoolOutcomes.indexOf(spool),
    notDone.reduce((bits, code) => bits + 2 ** notDoneCodes.indexOf(code), 0),
  );
  return concatenate([Uint8Array.of(FORMAT), bytesOfHex(kiosk), dayBytes, facts]);
}

/** Whether there was a search, the classes of files and bytes as powers of ten, and what of it was not all. */
function searchBytes(search: ProvenSearch): readonly [number, number, number, number] {
  if (search.kind === 'not-searched') return [0, 0, 0, 0];
  const { files, bytes, tooShort, alsoOwn, unreadable } = search;
  const bits = TOO_SHORT * tooShort + ALSO_OWN * alsoOwn + UNREADABLE * unreadable;
  return [1, powerOfTen(files), powerOfTen(bytes), bits];
}

function powerOfTen(figure: number): number {
  const power = Math.round(Math.log10(figure));
  if (10 ** power !== figure) throw new Error('a class is a power of ten');
  return power;
}

/** Null: no kiosk writes these bytes. */
function contentOfBytes(bytes: Uint8Array): ReceiptContent | null {
  const [
    practice = 0,
    custodyByte = 0,
    searched = 0,
    files = 0,
    size = 0,
    bits = 0,
    spoolByte = 0,
    left = 0,
  ] = bytes.subarray(1 + KIOSK_BYTES + DAY_BYTES, CONTENT_BYTES);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const day = dayOfNumber(view.getUint32(1 + KIOSK_BYTES));
  const custody = custodyKinds[custodyByte];
  const spool = spoolOutcomes[spoolByte];
  const search = searchOf(searched, files, size, bits);
  const isKnown = bytes[0] === FORMAT && practice <= 1 && left < 2 ** notDoneCodes.length && isRealDay(day);
  if (!isKnown || custody === undefined || spool === undefined || search === null) return null;
  return {
    ...{ kiosk: hexOfBytes(bytes, 1, 1 + KIOSK_BYTES), day, practice: practice === 1 },
    ...{ custody, search, spool },
    notDone: notDoneCodes.filter((_code, place) => (left & (2 ** place)) !== 0),
  };
}

function searchOf(searched: number, files: number, size: number, bits: number): ProvenSearch | null {
  if (searched === 0) return files + size + bits === 0 ? { kind: 'not-searched' } : null;
  // Beyond 15 a power of ten is no exact number any more.
  const isClass = (power: number, least: number): boolean => power >= Math.log10(least) && power <= 15;
  if (searched !== 1 || bits > 7 || !isClass(files, LEAST_FILES) || !isClass(size, LEAST_BYTES)) return null;
  const bit = (mask: number): 0 | 1 => ((bits & mask) === 0 ? 0 : 1);
  return {
    ...{ kind: 'searched', files: 10 ** files, bytes: 10 ** size, hits: 0 },
    ...{ tooShort: bit(TOO_SHORT), alsoOwn: bit(ALSO_OWN), unreadable: bit(UNREADABLE) },
  };
}
