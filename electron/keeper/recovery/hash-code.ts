import sodium from 'sodium-native';
import type { RecoveryCode } from '../../../shared/staff/recovery-code.ts';
import { createSalt, slowHash } from '../custody/slow-hash.ts';
import type { HashedCode, HashedCodes } from './recovery-rows.ts';

/** What is kept of a code: by it a code is known again, and nothing is opened. */
export async function hashCode(code: RecoveryCode): Promise<HashedCode> {
  const salt = createSalt();
  return { salt, hash: await slowHash(code, salt) };
}

/** Whether it is this code. */
export async function isCode(code: RecoveryCode, { salt, hash }: HashedCode): Promise<boolean> {
  const made = await slowHash(code, salt);
  const same = hash.byteLength === made.byteLength && sodium.sodium_memcmp(made, Buffer.from(hash));
  sodium.sodium_memzero(made);
  return same;
}

/**
 * Whether two people typed both codes, in whichever order. All four comparisons are made each time, so that the time tells
 * nobody whether one of the two was right.
 */
export async function areCodes(
  [one, other]: readonly [RecoveryCode, RecoveryCode],
  [first, second]: HashedCodes,
): Promise<boolean> {
  const oneIsFirst = await isCode(one, first);
  const oneIsSecond = await isCode(one, second);
  const otherIsFirst = await isCode(other, first);
  const otherIsSecond = await isCode(other, second);
  return (oneIsFirst && otherIsSecond) || (oneIsSecond && otherIsFirst);
}
