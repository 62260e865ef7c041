import { sameBytes } from '../../../shared/ledger/bytes.ts';
import { appendHash, type ChainPosition, chainStart } from '../../../shared/ledger/chain.ts';
import type { CheckpointPurpose } from '../../../shared/ledger/checkpoint.ts';
import { encodeEntry } from '../../../shared/ledger/encode-entry.ts';
import { hexOfBytes } from '../../../shared/ledger/encode-field.ts';
import { type LedgerEntry, opensLedger } from '../../../shared/ledger/entries.ts';
import type { GuardedKey, SigningKey } from '../signing/signing-key.ts';
import type { Signer } from './checkpoint-rows.ts';
import { keyInForce } from './key-in-force.ts';
import type { LedgerParts } from './ledger-parts.ts';
import { checkpointInterval } from './ledger-schema.ts';
import { sha256, signCheckpoint } from './signatures.ts';

/**
 * Writes entries and the signature of the last one. Runs inside a transaction: all of it is written, or
 * nothing. One signature for all of them, and one for each kept checkpoint on the way.
 * @throws on what is no entry, on a second opening or a missing first, on a roll, and on a key that is not the ledger's.
 */
export function appendEntries(
  parts: LedgerParts,
  key: SigningKey,
  entries: readonly LedgerEntry[],
): ChainPosition {
  const { checkpoints } = parts;
  refuseOtherKey(parts, key);
  let last = parts.rows.last();
  for (const entry of entries) {
    if ((last === undefined) !== opensLedger(entry.kind)) {
      throw new Error('a ledger is opened once, by its first entry');
    }
    if (entry.kind === 'key-rolled') throw new Error('a key takes over by a roll alone');
    if (entry.kind === 'opened' || entry.kind === 'opened-after') {
      if (entry.key !== hexOfBytes(sha256(key.publicKey)))
        throw new Error('a ledger is opened with its own key');
      checkpoints.setSigner({ kiosk: Buffer.from(entry.kiosk, 'hex'), publicKey: key.publicKey });
    }
    last = write(parts, last, entry);
    keepInterval(parts, key, last);
  }
  if (last === undefined) throw new Error('there is nothing to append');
  checkpoints.setHead(signedBy(parts, key, 'head', last));
  return last;
}

/** By which key the ledger goes on. */
export interface KeyRoll {
  /** How many keys there were before it. */
  readonly epoch: number;
  /** Epoch milliseconds. */
  readonly utc: number;
}

/**
 * Writes the entry by which another key takes over: signed by the one before, whose last act it is, and the head by the new
 * one. Runs inside a transaction. @throws as `appendEntries` does, and on an epoch that is not the next.
 */
export function appendRoll(
  parts: LedgerParts,
  old: SigningKey,
  next: Pick<GuardedKey, 'publicKey' | 'raw' | 'sign'>,
  { epoch, utc }: KeyRoll,
): ChainPosition {
  const { rows, checkpoints } = parts;
  refuseOtherKey(parts, old);
  const before = rows.last();
  if (before === undefined || epoch !== (keyInForce(parts)?.epoch ?? -1) + 1)
    throw new Error('not the next key of this ledger');
  const last = write(parts, before, {
    ...{ kind: 'key-rolled', utc, epoch },
    publicKey: hexOfBytes(next.raw),
  });
  checkpoints.addRoll(signedBy(parts, old, 'roll', last));
  keepInterval(parts, next, last);
  checkpoints.setHead(signedBy(parts, next, 'head', last));
  return last;
}

function write({ rows }: LedgerParts, before: ChainPosition | undefined, entry: LedgerEntry): ChainPosition {
  const bytes = encodeEntry(entry);
  const position = {
    sequence: (before?.sequence ?? 0) + 1,
    hash: appendHash(before?.hash ?? chainStart, bytes, sha256),
  };
  rows.insert({ ...position, bytes });
  return position;
}

function keepInterval(parts: LedgerParts, key: SigningKey, position: ChainPosition): void {
  if (position.sequence % checkpointInterval === 0)
    parts.checkpoints.keep(signedBy(parts, key, 'interval', position));
}

function signedBy(
  { checkpoints }: LedgerParts,
  key: SigningKey,
  purpose: CheckpointPurpose,
  position: ChainPosition,
) {
  const { kiosk } = signerOf(checkpoints.signer());
  return { ...position, signature: signCheckpoint(key, purpose, { kiosk, ...position }) };
}

function refuseOtherKey(parts: LedgerParts, key: SigningKey): void {
  const inForce = keyInForce(parts);
  if (inForce !== undefined && !sameBytes(inForce.publicKey, key.publicKey))
    throw new Error('the ledger belongs to another key');
}

function signerOf(signer: Signer | undefined): Signer {
  if (signer === undefined) throw new Error('the ledger has entries and no signer');
  return signer;
}
