import { decodeEntry } from '../../../shared/ledger/encode-entry.ts';
import { spkiOfRaw } from '../signing/signing-key.ts';
import type { LedgerParts } from './ledger-parts.ts';

/** A key of a ledger: how many there were before it, and its public half (SPKI, DER). */
export interface KeyOfLedger {
  readonly epoch: number;
  readonly publicKey: Uint8Array;
}

/**
 * The key with which the ledger is signed after an entry: that of the last roll up to and with it, or the one that it was
 * opened with. `undefined` in a ledger that was never opened. Verifies nothing.
 */
export function keyAfter({ rows, checkpoints }: LedgerParts, sequence: number): KeyOfLedger | undefined {
  const roll = checkpoints.lastRoll(sequence);
  if (roll === undefined) {
    const signer = checkpoints.signer();
    return signer && { epoch: 0, publicKey: signer.publicKey };
  }
  const row = rows.at(roll.sequence);
  const entry = row && decodeEntry(row.bytes);
  // Damage, which verifying names: no key of ours fits.
  if (entry?.ok !== true || entry.value.kind !== 'key-rolled')
    return { epoch: -1, publicKey: new Uint8Array() };
  return { epoch: entry.value.epoch, publicKey: spkiOfRaw(Buffer.from(entry.value.publicKey, 'hex')) };
}

/** A key of a ledger, and the entry from which on it signs. */
export interface KeyFrom extends KeyOfLedger {
  readonly from: number;
}

/** Every key that signed the ledger, in order. Verifies nothing. */
export function keysOf(parts: LedgerParts): readonly KeyFrom[] {
  const turns = [1, ...parts.checkpoints.rollsAfter(0).map(({ sequence }) => sequence)];
  return turns.flatMap((from) => {
    const key = keyAfter(parts, from);
    return key === undefined ? [] : [{ ...key, from }];
  });
}

/** The key with which the ledger is signed now. */
export function keyInForce(parts: LedgerParts): KeyOfLedger | undefined {
  return keyAfter(parts, Number.MAX_SAFE_INTEGER);
}
