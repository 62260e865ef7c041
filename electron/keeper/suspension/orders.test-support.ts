import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { signaturePath } from '../../lib/policy-file/detached-signature.ts';
import { orderFileName, signOrder } from './order-file.ts';

/** An office that gives orders. */
export interface Office {
  readonly privateKey: KeyObject;
  /** As a policy names it. */
  readonly orders: { readonly name: string; readonly key: string };
}

export function newOffice(): Office {
  const { privateKey } = generateKeyPairSync('ed25519');
  const raw = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-32);
  return { privateKey, orders: { name: 'Office of the City Clerk', key: raw.toString('base64') } };
}

export const NOTICE = { en: 'Not today.', es: 'Hoy no.' };

/** An order to suspend intake at once, which expires a long time from now. */
export function suspendOrder(serial: number) {
  return {
    ...{ format: 1, program: 'harbor-city', serial, act: 'suspend', takesEffect: null },
    ...{ open: 'finish', expires: '2099-01-01T00:00:00Z', notice: NOTICE },
  };
}

/** An order to resume it at once. */
export function resumeOrder(serial: number) {
  const { notice: _, open: __, ...common } = suspendOrder(serial);
  return { ...common, act: 'resume' };
}

/** Puts a text into a folder as an order of this number, signed as it is. Answers its path. */
export function putText(folder: string, { privateKey }: Office, serial: number, text: string): string {
  const path = join(folder, orderFileName(serial));
  writeFileSync(path, text);
  writeFileSync(signaturePath(path), signOrder(Buffer.from(text), privateKey));
  return path;
}

/** The same of an order. */
export function putOrder(
  folder: string,
  office: Office,
  order: { readonly serial: number; readonly [key: string]: unknown },
): string {
  return putText(folder, office, order.serial, JSON.stringify(order, null, 2));
}
