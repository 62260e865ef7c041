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

/**
 * Where a chain stands: the number of the last link and its hash.
 */
export interface ChainPosition {
  readonly sequence: number;
  readonly hash: Uint8Array;
}

/** Bytes of a chain hash. */
export const hashLength = 32;

/**
 * What stands in for the hash before the first entry. Not zeros: all later hashes grow from it, which keeps
 * them apart from every other use of SHA-256, and from a later form of this chain.
 */
export const chainStart: Uint8Array = concatenate([wordBytes('counterfoil ledger 2\n'), new Uint8Array(11)]);

/** No entry is longer, so that its length is one byte below 128. The longest that is declared has 124 (`record-produced`). */
export const longestEntry = 127;

/**
 * The hash of an entry: SHA-256 of the previous hash, one length byte, the canonical bytes. That is also the
 * order in which entries are read back in bulk: it is hashed where it lies, without a copy.
 * @throws on a previous hash that is not 32 bytes long, and on an entry of more than 127 bytes.
 */
export function appendHash(previous: Uint8Array, entryBytes: Uint8Array, sha256: Sha256): Uint8Array {
  if (previous.length !== hashLength) throw new Error('a chain hash has 32 bytes');
  if (entryBytes.length > longestEntry) throw new Error('an entry has at most 127 bytes');
  return sha256(concatenate([previous, Uint8Array.of(entryBytes.length), entryBytes]));
}

/** The first link that does not fit, and how. */
export interface BrokenChain {
  readonly kind: 'broken';
  readonly sequence: number;
  /**
   * - `missing`: no link has this number, though a later one is there;
   * - `out-of-order`: a link stands before this one that has no business there;
   * - `changed`: the link is not what was written here: altered, or another one moved into its place.
   */
  readonly reason: 'missing' | 'out-of-order' | 'changed';
}

/**
 * Follows the chain from where it stands and names the first link that does not fit.
 *
 * Entries cut off at the end leave a shorter chain that is whole, and whoever can write the file can compute a
 * new one: both show only against a head that was signed, or kept elsewhere.
 */
export function verifyChain(
  links: Iterable<ChainLink>,
  sha256: Sha256,
  from: ChainPosition = { sequence: 0, hash: chainStart },
): Result<ChainPosition, BrokenChain> {
  let at = from;
  for (const { sequence, bytes, hash } of links) {
    const expected = at.sequence + 1;
    const broken = (reason: BrokenChain['reason']) =>
      err({ kind: 'broken', sequence: expected, reason } as const);
    if (sequence > expected) return broken('missing');
    if (sequence < expected) return broken('out-of-order');
    if (bytes.length > longestEntry) return broken('changed');
    const computed = appendHash(at.hash, bytes, sha256);
    if (!sameBytes(computed, hash)) return broken('changed');
    at = { sequence: expected, hash: computed };
  }
  return ok(at);
}
