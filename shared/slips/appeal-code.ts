import { bytesOfCode, codeOfBytes } from '../base32.ts';
import type { CalendarDate } from '../calendar.ts';
import { concatenate } from '../ledger/bytes.ts';
import { wordBytes } from '../ledger/encode-field.ts';
import { err, ok, type Result } from '../result.ts';

/** What an appeal code says. None of it is about a person: everybody refused that day for these reasons has the same. */
export interface Appeal {
  /** The first `KIOSK_BYTES` of the kiosk's random identifier, in hex. */
  readonly kiosk: string;
  /** Of the refusal. */
  readonly day: CalendarDate;
  /** From that day on. */
  readonly withinDays: number;
  /** Places of the reasons in the list of the policy, from 0, ascending. */
  readonly reasons: readonly number[];
  /** The first `POLICY_BYTES` of the SHA-256 of the policy's file, in hex. */
  readonly policy: string;
}

/** An appeal code that was read; whether its signature holds is for whoever has the kiosk's public key. */
export interface ReadAppeal {
  readonly appeal: Appeal;
  readonly signedBytes: Uint8Array;
  readonly signature: Uint8Array;
}

const FORMAT = 1;
const KIOSK_BYTES = 4;
const POLICY_BYTES = 8;
const SIGNATURE_BYTES = 64;
const CONTENT_BYTES = 1 + KIOSK_BYTES + 2 + 2 + 4 + POLICY_BYTES;
const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;
const FIRST_DAY = Date.UTC(2000, 0, 1);
/** Apart from all else that the kiosk's key signs. */
const DOMAIN = wordBytes('counterfoil appeal 1\n');

/** What of a kiosk's identifier stands in its codes. */
export function kioskInCode(identifier: string): string {
  return identifier.slice(0, 2 * KIOSK_BYTES);
}

/** What of a policy's hash stands in codes. */
export function policyInCode(hash: string): string {
  return hash.slice(0, 2 * POLICY_BYTES);
}

/** The day so many days later. */
export function daysLater({ year, month, day }: CalendarDate, days: number): CalendarDate {
  const later = new Date(Date.UTC(year, month - 1, day + days));
  return { year: later.getUTCFullYear(), month: later.getUTCMonth() + 1, day: later.getUTCDate() };
}

/** The bytes that the kiosk's key signs. @throws on a day outside 2000 to 2179, or on more reasons than a policy has. */
export function signedBytesOf(appeal: Appeal): Uint8Array {
  return concatenate([DOMAIN, contentOf(appeal)]);
}

/** The code as text: groups of four characters, that can be read aloud and typed. */
export function appealCode(appeal: Appeal, signature: Uint8Array): string {
  if (signature.length !== SIGNATURE_BYTES) throw new Error('not a signature');
  return codeOfBytes(concatenate([contentOf(appeal), signature]));
}

/**
 * Reads a code as it was scanned or typed: groups, case, and what was taken for another character do not matter.
 * `no-code`: it has another length, or a character that no code has.
 */
export function readAppealCode(text: string): Result<ReadAppeal, 'no-code'> {
  const bytes = bytesOfCode(text, CONTENT_BYTES + SIGNATURE_BYTES);
  if (bytes === null || bytes[0] !== FORMAT) return err('no-code');
  const content = bytes.slice(0, CONTENT_BYTES);
  return ok({
    appeal: appealIn(content),
    signedBytes: concatenate([DOMAIN, content]),
    signature: bytes.slice(CONTENT_BYTES),
  });
}

function contentOf({ kiosk, day, withinDays, reasons, policy }: Appeal): Uint8Array {
  const days = (Date.UTC(day.year, day.month - 1, day.day) - FIRST_DAY) / DAY_MILLISECONDS;
  if (days < 0 || days > 0xffff || withinDays > 0xffff) throw new Error('no code has this day');
  if (reasons.some((reason) => reason < 0 || reason > 31)) throw new Error('no code has this reason');
  const bytes = new Uint8Array(CONTENT_BYTES);
  const view = new DataView(bytes.buffer);
  bytes[0] = FORMAT;
  bytes.set(bytesOfHex(kiosk, KIOSK_BYTES), 1);
  view.setUint16(1 + KIOSK_BYTES, days);
  view.setUint16(3 + KIOSK_BYTES, withinDays);
  let mask = 0;
  for (const reason of reasons) mask |= 1 << reason;
  view.setUint32(5 + KIOSK_BYTES, mask >>> 0);
  bytes.set(bytesOfHex(policy, POLICY_BYTES), 9 + KIOSK_BYTES);
  return bytes;
}

function appealIn(content: Uint8Array): Appeal {
  const view = new DataView(content.buffer);
  const mask = view.getUint32(5 + KIOSK_BYTES);
  return {
    kiosk: hexOf(content.slice(1, 1 + KIOSK_BYTES)),
    day: daysLater({ year: 2000, month: 1, day: 1 }, view.getUint16(1 + KIOSK_BYTES)),
    withinDays: view.getUint16(3 + KIOSK_BYTES),
    reasons: Array.from({ length: 32 }, (_, reason) => reason).filter((reason) => (mask >>> reason) & 1),
    policy: hexOf(content.slice(9 + KIOSK_BYTES)),
  };
}

function bytesOfHex(hex: string, count: number): readonly number[] {
  const bytes = (hex.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
  if (bytes.length !== count) throw new Error('not so many bytes');
  return bytes;
}

function hexOf(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
