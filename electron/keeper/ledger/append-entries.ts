import type { KeyObject } from 'node:crypto';
import { sameBytes } from '../../../shared/ledger/bytes.ts';
import { appendHash, type ChainPosition, chainStart } from '../../../shared/ledger/chain.ts';
import type { CheckpointPurpose } from '../../../shared/ledger/checkpoint.ts';
import { encodeEntry } from '../../../shared/ledger/encode-entry.ts';
import { hexOfBytes } from '../../../shared/ledger/encode-field.ts';
import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import type { Signer } from './checkpoint-rows.ts';
import { checkpointInterval } from './ledger-schema.ts';
import { publicKeyOf, sha256, signCheckpoint } from './signatures.ts';
import type { LedgerParts } from './verify-ledger.ts';

/**
 * Writes entries and the signature of the last one. Runs inside a transaction: all of it is written, or
 * nothing. One signature for all of them, and one for each kept checkpoint on the way.
 * @throws on what is no entry, on a second opening or a missing first, and on a key that is not the ledger's.
 */
export function appendEntries(
  { rows, checkpoints }: LedgerParts,
  key: KeyObject,
  entries: readonly LedgerEntry[],
): ChainPosition {
  let last = rows.last();
  let signer = checkpoints.signer();
  const publicKey = publicKeyOf(key);
  if (signer !== undefined && !sameBytes(signer.publicKey, publicKey)) {
    throw new Error('the ledger belongs to another key');
  }
  for (const entry of entries) {
    if ((last === undefined) !== (entry.kind === 'opened')) {
      throw new Error('a ledger is opened once, by its first entry');
    }
    const bytes = encodeEntry(entry);
    if (entry.kind === 'opened') {
      signer = { kiosk: Buffer.from(entry.kiosk, 'hex'), publicKey };
      if (entry.key !== hexOfBytes(sha256(publicKey))) throw new Error('a ledger is opened with its own key');
      checkpoints.setSigner(signer);
    }
    last = {
      sequence: (last?.sequence ?? 0) + 1,
      hash: appendHash(last?.hash ?? chainStart, bytes, sha256),
    };
    rows.insert({ ...last, bytes });
    if (last.sequence % checkpointInterval === 0) checkpoints.keep(signed('interval', last));
  }
  if (last === undefined) throw new Error('there is nothing to append');
  checkpoints.setHead(signed('head', last));
  return last;

  function signed(purpose: CheckpointPurpose, position: ChainPosition) {
    const { kiosk } = signerOf(signer);
    return { ...position, signature: signCheckpoint(key, purpose, { kiosk, ...position }) };
  }
}

function signerOf(signer: Signer | undefined): Signer {
  if (signer === undefined) throw new Error('the ledger has entries and no signer');
  return signer;
}
