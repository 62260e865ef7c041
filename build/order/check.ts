import { basename } from 'node:path';
import {
  MOST_ORDER_BYTES,
  type OrderFile,
  type OrderFileFailure,
  readOrderFile,
  readOrderSignature,
  serialIn,
} from '../../electron/keeper/suspension/order-file.ts';
import { type SignatureFailure, signaturePath } from '../../electron/lib/policy-file/detached-signature.ts';
import type { DocumentFailure } from '../../electron/lib/policy-file/read-document.ts';
import { missingLanguages, type Order } from '../../shared/orders/order.ts';
import { err, type Result, unreachable } from '../../shared/result.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { signatureFault } from '../policy/sign.ts';
import { type PolicyOfOrders, policyOfOrders } from './policy-of-orders.ts';

/** Whether a kiosk under this policy would take an order, but for its turn. Code 1: it has a mistake, or no signature. */
export function checkOrder(path: string, policyPath: string, now: number): Outcome {
  const policy = policyOfOrders(policyPath);
  if (!policy.ok) return refused(policy.error);
  const file = readFit(path, policy.value, now);
  if (!file.ok) return { code: 1, say: [...file.error, `${path}: no kiosk takes it.`].join('\n') };
  const { order, bytes } = file.value;
  const signature = readOrderSignature(path, bytes, policy.value.key.key);
  const say = orderInWords(path, order);
  if (!signature.ok) return { code: 1, say: `${say}\n${unsigned(path, signature.error)}` };
  return done(`${say}\n${signaturePath(path)}: signed by ${policy.value.office}.`);
}

function unsigned(path: string, failure: SignatureFailure): string {
  return `${signaturePath(path)}: ${signatureFault(failure.kind, 'order')}`;
}

/** Reads an order that is fit to be signed. The error: a sentence for each thing that is wrong. */
export function readFit(
  path: string,
  { rules }: PolicyOfOrders,
  now: number,
): Result<OrderFile, readonly string[]> {
  const file = readOrderFile(path);
  if (!file.ok) return err(mistakes(path, file.error));
  const { order } = file.value;
  const missing = order.act === 'suspend' ? missingLanguages(order.notice, rules.languages) : [];
  const wrong = [
    ...(order.program === rules.id
      ? []
      : [`${path} program: this order is for “${order.program}”, and the policy for “${rules.id}”.`]),
    ...(serialIn(basename(path)) === order.serial
      ? []
      : [`${path} serial: the file of number ${order.serial} is called order-${order.serial}.json.`]),
    ...(order.expires > now ? [] : [`${path} expires: that moment is over.`]),
    ...missing.map((language) => `${path} notice: lacks the language "${language}".`),
  ];
  return wrong.length === 0 ? file : err(wrong);
}

/** What an order makes every kiosk do. */
export function orderInWords(path: string, order: Order): string {
  const when = (moment: number | null): string =>
    moment === null ? 'as soon as a kiosk has it' : new Date(moment).toISOString();
  const what =
    order.act === 'resume'
      ? 'Intake resumes'
      : `Intake is suspended, and what is open ${order.open === 'wipe' ? 'is ended and erased' : 'may be finished'},`;
  return [
    `${path}: order ${order.serial} of ${order.program}. ${what} ${when(order.takesEffect)}.`,
    `No kiosk carries it out after ${when(order.expires)}.`,
  ].join('\n');
}

function mistakes(path: string, failure: OrderFileFailure): readonly string[] {
  switch (failure.kind) {
    case 'missing':
      return [`${path} does not exist.`];
    case 'no-file':
      return [`${path} is not a file.`];
    case 'unreadable':
      return [`${path} cannot be read (${failure.code}).`];
    case 'too-large':
      return [`${path} is too large for an order: ${failure.bytes} bytes, at most ${MOST_ORDER_BYTES}.`];
    case 'not-json':
    case 'wrong':
      return inDocument(path, failure);
    default:
      return unreachable(failure);
  }
}

function inDocument(path: string, failure: DocumentFailure): readonly string[] {
  if (failure.kind === 'not-json') return [`${path}:${failure.line}:${failure.column}: ${failure.allowed}.`];
  return failure.issues.map(
    ({ line, column, path: at, allowed }) => `${path}:${line}:${column} ${at.join('.')}: this ${allowed}.`,
  );
}
