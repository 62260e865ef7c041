import { err, ok, type Result } from '../result.ts';
import { concatenate, sameBytes } from './bytes.ts';
import { wordBytes } from './encode-field.ts';

/** SHA-256, given by the caller: this folder knows no platform. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;

/** A link as it is stored. */
export interface ChainLink {
  /** Counts from 1 without gaps. */
  readonly sequence: number;
  /** The entry's canonical bytes. */
  readonly bytes: Uint8Array;
  readonly hash: Uint8Array;
}

/** Keeps our hashes apart from those of every other use of SHA-256, and of a later form of this chain. */
const domain = wordBytes('counterfoil ledger 1\n');

/** What stands in for the hash before the first entry: 32 zero bytes. */
export const chainStart: Uint8Array = new Uint8Array(32);

/**
 * The hash of an entry: SHA-256 of domain, previous hash, canonical bytes. Unambiguous without a length: the
 * first two have a fixed one.
 * @throws on a previous hash that is not 32 bytes long.
 */
export function appendHash(previous: Uint8Array, entryBytes: Uint8Array, sha256: Sha256): Uint8Array {
  if (previous.length !== chainStart.length) throw new Error('a chain hash has 32 bytes');
  return sha256(concatenate([domain, previous, entryBytes]));
}

/**
 * Follows the chain from its start and names the first link that does not fit: changed, missing (the sequence
 * that should have come is named), doubled or out of order.
 *
 * Entries cut off at the end leave a shorter chain that is whole, and whoever can write the file can compute a
 * new one: both show only against a head that was kept (or signed) elsewhere.
 */
export function verifyChain(
  links: Iterable<ChainLink>,
  sha256: Sha256,
): Result<
  { readonly count: number; readonly head: Uint8Array },
  { readonly kind: 'broken'; readonly sequence: number }
> {
  let head = chainStart;
  let count = 0;
  for (const { sequence, bytes, hash } of links) {
    const expected = count + 1;
    const computed = appendHash(head, bytes, sha256);
    if (sequence !== expected || !sameBytes(computed, hash)) {
      return err({ kind: 'broken', sequence: expected });
    }
    head = computed;
    count = expected;
  }
  return ok({ count, head });
}
