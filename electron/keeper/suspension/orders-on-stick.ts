import { opendirSync } from 'node:fs';
import { join } from 'node:path';
import type { OrderFault } from '../../../shared/contract/suspension/suspension-acts.ts';
import { missingLanguages } from '../../../shared/orders/order.ts';
import { err, ok, type Result, unreachable } from '../../../shared/result.ts';
import { isFileSystemError } from '../../lib/file-systems/file-system-error.ts';
import { signaturePath } from '../policy/detached-signature.ts';
import { isLink, mistakesOf, shown, whyUnsigned } from '../policy/faults-on-stick.ts';
import type { ProgrammeKey } from '../policy/programme-key.ts';
import {
  type OrderFile,
  type OrderFileFailure,
  orderFileName,
  readOrderFile,
  readOrderSignature,
  serialIn,
} from './order-file.ts';

/** What an order on a stick is checked against. */
export interface OrderYardstick {
  /** Of the office that the policy names. */
  readonly key: ProgrammeKey;
  readonly program: string;
  /** The number of the newest order that this kiosk has; 0: none yet. */
  readonly newest: number;
  /** Epoch milliseconds, as far as the clock is believed. */
  readonly now: number;
  /** That the policy promises. */
  readonly languages: readonly string[] | undefined;
}

/** The order that comes next. */
export interface NextOrder extends OrderFile {
  /** Signed orders before it that this kiosk never had, and that have expired. */
  readonly passedOver: readonly number[];
  /** How many after it are on the stick. */
  readonly more: number;
}

/** A stick may have any number of files; nobody puts as many beside orders. */
const MOST_FILES = 10_000;

/**
 * Finds the next order in a folder, and does every check. Changes nothing. One that has expired is passed over where it is
 * there, is signed, and one after it has not: else a kiosk that was locked up for longer than an order lasts could never
 * take another one.
 */
export function readNextOrder(folder: string, yardstick: OrderYardstick): Result<NextOrder, OrderFault> {
  const serials = serialsIn(folder);
  const passedOver: { readonly serial: number; readonly expires: number }[] = [];
  for (let serial = yardstick.newest + 1; ; serial += 1) {
    if (!serials.includes(serial)) return err(whyNone(serial, serials, passedOver.at(-1), yardstick.newest));
    const read = readSigned(folder, serial, yardstick);
    if (!read.ok) return read;
    const { order } = read.value;
    if (order.expires > yardstick.now) {
      const file = orderFileName(serial);
      const missing = order.act === 'suspend' ? missingLanguages(order.notice, yardstick.languages) : [];
      if (missing.length > 0) return err({ check: 'languages', file, missing: [...missing] });
      return ok({
        ...read.value,
        passedOver: passedOver.map((each) => each.serial),
        more: serials.filter((each) => each > serial).length,
      });
    }
    passedOver.push({ serial, expires: order.expires });
  }
}

/** Why there is nothing to carry out, where this number is not on the stick. */
function whyNone(
  missing: number,
  serials: readonly number[],
  expired: { readonly serial: number; readonly expires: number } | undefined,
  newest: number,
): OrderFault {
  const later = serials.filter((serial) => serial > missing);
  if (later.length > 0) return { check: 'skips', missing, found: Math.min(...later) };
  if (expired !== undefined) return { check: 'expired', ...expired };
  if (serials.length > 0) return { check: 'replayed', found: Math.max(...serials), newest };
  return { check: 'file', file: orderFileName(missing), why: 'missing' };
}

function readSigned(
  folder: string,
  serial: number,
  { key, program }: OrderYardstick,
): Result<OrderFile, OrderFault> {
  const file = orderFileName(serial);
  const path = join(folder, file);
  if (isLink(path) || isLink(signaturePath(path))) return err({ check: 'file', file, why: 'no-file' });
  const read = readOrderFile(path);
  if (!read.ok) return err(faultOfFile(file, read.error));
  const signature = readOrderSignature(path, read.value.bytes, key.key);
  if (!signature.ok) return err({ check: 'signature', file, why: whyUnsigned(signature.error) });
  const { order } = read.value;
  if (order.program !== program)
    return err({ check: 'program', found: shown(order.program), inForce: program });
  if (order.serial !== serial) return err({ check: 'number', file, serial: order.serial });
  return read;
}

function faultOfFile(file: string, failure: OrderFileFailure): OrderFault {
  switch (failure.kind) {
    case 'missing':
    case 'no-file':
    case 'unreadable':
    case 'too-large':
      return { check: 'file', file, why: failure.kind };
    case 'not-json':
    case 'wrong':
      return { check: 'content', file, ...mistakesOf(failure) };
    default:
      return unreachable(failure);
  }
}

/** The numbers of the orders in a folder, by their files' names; none where there is no folder. */
function serialsIn(folder: string): readonly number[] {
  const serials: number[] = [];
  try {
    const listing = opendirSync(folder);
    try {
      for (let files = 0; files < MOST_FILES; files += 1) {
        const entry = listing.readSync();
        if (entry === null) break;
        const serial = serialIn(entry.name);
        if (serial !== null) serials.push(serial);
      }
    } finally {
      listing.closeSync();
    }
  } catch (error) {
    // A stick that is not there, or was pulled out meanwhile, has no order.
    if (!isFileSystemError(error)) throw error;
  }
  return serials;
}
