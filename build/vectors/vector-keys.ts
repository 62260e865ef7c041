import { createHash } from 'node:crypto';
import { type GuardedKey, guardedKeyOf } from '../../electron/keeper/signing/signing-key.ts';

/** The seed of a key that everybody knows: SHA-256 of its number in words. */
export function vectorSeed(epoch: number): Buffer {
  return createHash('sha256').update(`counterfoil test vector key ${epoch}`).digest();
}

/** A key that everybody knows: whoever checks a verifier can sign with it as well. */
export function vectorKey(epoch: number): GuardedKey {
  return guardedKeyOf(vectorSeed(epoch));
}
