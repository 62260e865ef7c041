import { createHash, type KeyObject } from 'node:crypto';
import { type OrderHash, orderHash } from '../../../shared/contract/ids.ts';
import { type Order, orderSchema } from '../../../shared/orders/order.ts';
import { issuesOf } from '../../../shared/programme/policy-issue.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { readSmallFile, type UnreadFailure } from '../../lib/file-systems/small-file.ts';
import {
  readDetachedSignature,
  type SignatureFailure,
  signDetached,
} from '../../lib/policy-file/detached-signature.ts';
import { type DocumentFailure, readDocument } from '../../lib/policy-file/read-document.ts';

/** An order as a file has it, signed or not. */
export interface OrderFile {
  readonly order: Order;
  readonly hash: OrderHash;
  readonly bytes: Uint8Array;
}

/** Why a file is no order. */
export type OrderFileFailure = UnreadFailure | DocumentFailure;

/** An order has some thousand characters: its notice in a dozen languages. */
export const MOST_ORDER_BYTES = 64 * 1024;

/** What an order's file is called: by its number, so that a stick can have several. */
export function orderFileName(serial: number): string {
  return `order-${serial}.json`;
}

/** The number in an order's file name; null: the file is called otherwise. */
export function serialIn(fileName: string): number | null {
  const [, digits] = /^order-([1-9]\d{0,5})\.json$/.exec(fileName) ?? [];
  return digits === undefined ? null : Number(digits);
}

/** Reads and checks an order's file, whoever signed it. Changes nothing. */
export function readOrderFile(path: string): Result<OrderFile, OrderFileFailure> {
  const bytes = readSmallFile(path, MOST_ORDER_BYTES);
  if (!bytes.ok) return bytes;
  const order = readDocument(bytes.value, parseOrder);
  if (!order.ok) return order;
  const hash = orderHash.parse(createHash('sha256').update(bytes.value).digest('hex'));
  return ok({ order: order.value, hash, bytes: bytes.value });
}

function parseOrder(value: unknown): Result<Order, ReturnType<typeof issuesOf>> {
  const parsed = orderSchema.safeParse(value, { jitless: true });
  return parsed.success ? ok(parsed.data) : err(issuesOf(parsed.error));
}

/** Signs an order file's bytes; answers the text of the file that goes beside it. */
export function signOrder(order: Uint8Array, privateKey: KeyObject): string {
  return signDetached('order', order, privateKey);
}

/** Checks the signature beside an order's file. */
export function readOrderSignature(
  path: string,
  order: Uint8Array,
  key: KeyObject,
): Result<Uint8Array, SignatureFailure> {
  return readDetachedSignature('order', path, order, key);
}
