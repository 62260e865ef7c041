import { opendirSync } from 'node:fs';
import { join } from 'node:path';
import type { Moment } from '../../../shared/application/retention.ts';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import type { OrderFault } from '../../../shared/contract/suspension/suspension-acts.ts';
import { missingLanguages } from '../../../shared/orders/order.ts';
import type { CompletePolicy } from '../../../shared/programme/complete.ts';
import { err, ok, type Result, unreachable } from '../../../shared/result.ts';
import { isFileSystemError } from '../../lib/file-systems/file-system-error.ts';
import { signaturePath } from '../../lib/policy-file/detached-signature.ts';
import { keyOfBytes, type ProgrammeKey } from '../../lib/policy-file/programme-key.ts';
import { driveAt } from '../disk/drive-at.ts';
import { saveFaultOf } from '../disk/onto-drive.ts';
import { whyNotOpened } from '../disk/why-not-opened.ts';
import { mistakesOf, shown, whyUnsigned } from '../policy/faults-on-stick.ts';
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

/** What is found on the stick. */
interface Look {
  /** That the policy in force names, and its key. */
  readonly office: string;
  readonly key: ProgrammeKey;
  readonly next: Result<NextOrder, OrderFault>;
}

/** The orders of the office that the policy in force names, on the stick that is plugged in. */
export interface OrdersOnStick {
  /** Reads the stick anew. Error: nothing is looked for, because there is no stick, or nothing to judge an order by. */
  look(): Result<Look, Refusal>;
}

/** What that needs of the kiosk. */
export interface OrdersOnStickPort {
  readonly policies: { readonly inForce: { readonly rules: CompletePolicy } };
  readonly kiosk: { programmeKey(): Uint8Array | null };
  readonly newestOrder: { before(): number };
  readonly time: { now(): Moment; doubt(): unknown };
  /** Where a stick is, or nowhere. */
  readonly exportFolder: string | null;
}

/** The orders that this kiosk may find. */
export function createOrdersOnStick(port: OrdersOnStickPort): OrdersOnStick {
  const { policies, kiosk, newestOrder, time, exportFolder } = port;
  return {
    look() {
      // Nobody has signed the policy: whoever it names was named by anybody.
      const programmeKey = kiosk.programmeKey();
      if (programmeKey === null) return err({ kind: 'no-program-key' });
      const { id, orders, languages } = policies.inForce.rules;
      if (orders === undefined) return err({ kind: 'no-orders-key' });
      const key = keyOfBytes(Buffer.from(orders.key, 'base64'));
      // The program's own key stays offline: an order by it would bring it to an office's computer each time.
      if (Buffer.from(programmeKey).equals(key.raw)) return err({ kind: 'no-orders-key' });
      const folder = driveAt(exportFolder);
      if (folder === null) return err({ kind: 'no-export-folder' });
      // Whether it has expired is told by the date.
      if (time.doubt() !== null) return err({ kind: 'date-unconfirmed' });
      const [newest, now] = [newestOrder.before(), time.now().wall];
      const next = readNextOrder(folder, { key, program: id, newest, now, languages });
      return ok({ office: orders.name, key, next });
    },
  };
}

/** A stick may have any number of files; nobody puts as many beside orders. */
const MOST_FILES = 10_000;

/**
 * Finds the next order in a folder, and does every check. Changes nothing. One that has expired is passed over where it is
 * there, is signed, and one after it has not: else a kiosk that was locked up for longer than an order lasts could never
 * take another one.
 */
export function readNextOrder(
  folder: string,
  yardstick: OrderYardstick,
  mostFiles = MOST_FILES,
): Result<NextOrder, OrderFault> {
  const serials = serialsIn(folder, mostFiles);
  if (serials === 'unreadable')
    return err({ check: 'file', file: orderFileName(yardstick.newest + 1), why: serials });
  if (serials === 'too-many-files') return err({ check: serials });
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
  const why = whyNotOpened(path) ?? whyNotOpened(signaturePath(path));
  if (why !== null) return err({ check: 'file', file, why });
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

/** The numbers of the orders in a folder, by their files' names; none where there is no folder. All of them, or why nobody knows them. */
function serialsIn(folder: string, mostFiles: number): readonly number[] | 'unreadable' | 'too-many-files' {
  const serials: number[] = [];
  try {
    const listing = opendirSync(folder);
    try {
      for (let files = 0; ; files += 1) {
        const entry = listing.readSync();
        if (entry === null) break;
        if (files === mostFiles) return 'too-many-files';
        const serial = serialIn(entry.name);
        if (serial !== null) serials.push(serial);
      }
    } finally {
      listing.closeSync();
    }
  } catch (error) {
    if (!isFileSystemError(error)) throw error;
    // Of one that fails nobody knows what it has.
    if (saveFaultOf(error.code) !== 'missing') return 'unreadable';
  }
  return serials;
}
