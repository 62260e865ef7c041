import type { CalendarDate } from '../calendar.ts';
import { unreachable } from '../result.ts';
import { isRealDay } from './day.ts';
import { isRoundFigure } from './rounding.ts';

/**
 * The closed set of what a ledger field may be. None can hold text: words come from a fixed list, bytes have a
 * fixed length and are written in hex, everything else is a number. Fields of entries about applicants are
 * further limited to the types of `ApplicantField`.
 */
export type Field = ApplicantField | MachineField;

/** What may be kept of an entry that belongs to somebody's application: no time of day, no exact large figure. */
export type ApplicantField =
  | { readonly type: 'day' }
  /** Small enough to be exact: never above 99, so never finer than two significant figures. */
  | { readonly type: 'count'; readonly minimum: number; readonly maximum: number }
  /** Rounded up to two significant figures (`roundFigure`). */
  | { readonly type: 'rounded' }
  | { readonly type: 'enumeration'; readonly words: readonly string[] };

/** What only acts of staff and the machine's own facts may carry. */
export type MachineField =
  /** Milliseconds since 1970 in UTC. */
  | { readonly type: 'utc' }
  /** 16 random bytes in lower-case hex. */
  | { readonly type: 'identifier' }
  /** 32 bytes in lower-case hex. */
  | { readonly type: 'hash' }
  /** An Ed25519 public key: 32 bytes in lower-case hex. */
  | { readonly type: 'key' }
  /** The number of an entry of this ledger, of an order of the program, or of one of the kiosk's keys, counted from 1. */
  | { readonly type: 'sequence' }
  /** A whole number that staff counted or measured: of blanks or millimeters, never of people. */
  | { readonly type: 'quantity' };

/** A field as it is declared: what docs/ledger.md says of it stands beside its type. */
export type DeclaredField = Field & { readonly meaning: string };

/** The TypeScript type of a field's value. */
export type ValueOf<Kind extends Field> = Kind extends { readonly type: 'day' }
  ? CalendarDate
  : Kind extends { readonly type: 'enumeration'; readonly words: readonly (infer Word)[] }
    ? Word
    : Kind extends { readonly type: 'identifier' | 'hash' | 'key' }
      ? string
      : number;

/** Latest moment a JavaScript date can hold. */
export const latestUtc = 8_640_000_000_000_000;

/** Hex digits of an identifier, of a hash and of a public key. */
export const identifierDigits = 32;
export const hashDigits = 64;
export const keyDigits = 64;

function isWholeNumber(value: unknown, minimum: number, maximum: number): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= minimum && value <= maximum;
}

function isHex(value: unknown, digits: number): boolean {
  return typeof value === 'string' && value.length === digits && /^[0-9a-f]+$/.test(value);
}

/** Whether a field may hold the value. */
export function isValidField(field: Field, value: unknown): boolean {
  switch (field.type) {
    case 'day':
      return isRealDay(value);
    case 'count':
      return isWholeNumber(value, field.minimum, field.maximum);
    case 'rounded':
      return isWholeNumber(value, 0, Number.MAX_SAFE_INTEGER) && isRoundFigure(value);
    case 'enumeration':
      return typeof value === 'string' && field.words.includes(value);
    case 'utc':
      return isWholeNumber(value, 0, latestUtc);
    case 'identifier':
      return isHex(value, identifierDigits);
    case 'hash':
      return isHex(value, hashDigits);
    case 'key':
      return isHex(value, keyDigits);
    case 'sequence':
      return isWholeNumber(value, 1, Number.MAX_SAFE_INTEGER);
    case 'quantity':
      return isWholeNumber(value, 0, Number.MAX_SAFE_INTEGER);
    default:
      return unreachable(field);
  }
}
