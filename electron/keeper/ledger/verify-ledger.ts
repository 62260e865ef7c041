import type { KeyObject } from 'node:crypto';
import { sameBytes } from '../../../shared/ledger/bytes.ts';
import type { ChainPosition } from '../../../shared/ledger/chain.ts';
import type { Checkpoint, CheckpointPurpose } from '../../../shared/ledger/checkpoint.ts';
import { decodeEntry } from '../../../shared/ledger/encode-entry.ts';
import { hexOfBytes } from '../../../shared/ledger/encode-field.ts';
import { err, ok } from '../../../shared/result.ts';
import type { CheckpointRows, SignedPosition } from './checkpoint-rows.ts';
import type { LedgerRows } from './ledger-rows.ts';
import { checkpointInterval } from './ledger-schema.ts';
import { isSignatureValid, readPublicKey, sha256 } from './signatures.ts';
import { type BrokenLedger, broken, type LedgerPosition, type LedgerVerdict, positionOf } from './verdict.ts';
import { beforeFirst, verifyEntries } from './verify-chain.ts';

/** A checkpoint that was kept outside of the kiosk: its file, or what was typed from a day sheet. */
export type KeptElsewhere = LedgerPosition & Partial<Pick<Checkpoint, 'kiosk' | 'publicKey'>>;

/** What is read of a ledger in order to verify it. */
export interface LedgerParts {
  readonly rows: LedgerRows;
  readonly checkpoints: CheckpointRows;
}

/** Whose signatures count: the kiosk and its key, as the ledger itself was opened with them. */
interface Signing {
  readonly kiosk: Uint8Array;
  readonly key: KeyObject;
}

const wrongKey = broken(1, 'wrong-key');

/** The signer, if it is the one that the first entry names. */
function signingOf({ rows, checkpoints }: LedgerParts): Signing | null {
  const signer = checkpoints.signer();
  const first = rows.at(1);
  const opened = first === undefined ? undefined : decodeEntry(first.bytes);
  if (signer === undefined || !opened?.ok || opened.value.kind !== 'opened') return null;
  const { kiosk, publicKey } = signer;
  const named =
    opened.value.kiosk === hexOfBytes(kiosk) && opened.value.key === hexOfBytes(sha256(publicKey));
  const key = named ? readPublicKey(publicKey) : null;
  return key && { kiosk, key };
}

/** Whether the position is signed, and the entry there has the hash that was signed. */
function isSigned(
  { rows }: LedgerParts,
  { kiosk, key }: Signing,
  purpose: CheckpointPurpose,
  { sequence, hash, signature }: SignedPosition,
): boolean {
  const entry = rows.at(sequence);
  return (
    entry !== undefined &&
    sameBytes(entry.hash, hash) &&
    isSignatureValid(key, purpose, { kiosk, sequence, hash }, signature)
  );
}

/** The first kept checkpoint that does not hold. Every one that must be there is asked for. */
function brokenCheckpoint(parts: LedgerParts, signing: Signing, count: number): BrokenLedger | undefined {
  let expected = 0;
  for (const kept of parts.checkpoints.kept()) {
    expected += checkpointInterval;
    if (kept.sequence > count) return broken(count + 1, 'truncated').error;
    if (kept.sequence !== expected) return broken(expected, 'unsigned').error;
    if (!isSigned(parts, signing, 'interval', kept)) return broken(expected, 'bad-signature').error;
  }
  if (expected + checkpointInterval <= count) return broken(expected + checkpointInterval, 'unsigned').error;
  return undefined;
}

/** Whether the ledger ends where its last signature says. */
function brokenHead(parts: LedgerParts, signing: Signing, count: number): BrokenLedger | undefined {
  const head = parts.checkpoints.head();
  if (head === undefined) {
    // What the last kept checkpoint speaks for holds; nothing speaks for what follows.
    return broken((parts.checkpoints.lastKept()?.sequence ?? 0) + 1, 'unsigned').error;
  }
  if (head.sequence > count) return broken(count + 1, 'truncated').error;
  if (head.sequence < count) return broken(head.sequence + 1, 'unsigned').error;
  return isSigned(parts, signing, 'head', head) ? undefined : broken(count, 'bad-signature').error;
}

/** What only a checkpoint kept elsewhere can show. */
function brokenAgainst(parts: LedgerParts, signing: Signing, kept: KeptElsewhere): BrokenLedger | undefined {
  const signer = parts.checkpoints.signer();
  const ownKey = signer && Buffer.from(signer.publicKey).toString('base64');
  if (kept.publicKey !== undefined && kept.publicKey !== ownKey) return wrongKey.error;
  if (kept.kiosk !== undefined && kept.kiosk !== hexOfBytes(signing.kiosk)) return wrongKey.error;
  const last = parts.rows.last()?.sequence ?? 0;
  if (kept.sequence > last) return broken(last + 1, 'truncated').error;
  const here = parts.rows.at(kept.sequence);
  const same = here !== undefined && hexOfBytes(here.hash) === kept.hash;
  return same ? undefined : broken(kept.sequence, 'rebuilt').error;
}

function verdictOn(
  parts: LedgerParts,
  from: ChainPosition,
  more: (signing: Signing, count: number) => BrokenLedger | undefined,
): LedgerVerdict {
  const chain = verifyEntries(parts.rows, from);
  if (!chain.ok) return chain;
  const count = chain.value.sequence;
  if (count === 0) return ok({ count, head: undefined });
  const signing = signingOf(parts);
  if (signing === null) return wrongKey;
  const found = more(signing, count);
  return found === undefined ? ok({ count, head: positionOf(chain.value) }) : err(found);
}

/**
 * Verifies the whole ledger: chain, each entry within its declaration, all signatures, the signer against the
 * first entry, the head against the last. With a checkpoint kept elsewhere that one, too: a ledger that was
 * rebuilt with the kiosk's own key, or put back to an earlier state, is found by nothing else. About 1 µs an
 * entry.
 */
export function verifyLedger(parts: LedgerParts, keptElsewhere?: KeptElsewhere): LedgerVerdict {
  const verdict = verdictOn(parts, beforeFirst, (signing, count) => {
    const found = brokenCheckpoint(parts, signing, count) ?? brokenHead(parts, signing, count);
    return found ?? (keptElsewhere && brokenAgainst(parts, signing, keptElsewhere));
  });
  if (!verdict.ok || verdict.value.count > 0) return verdict;
  // Without entries there may be no signature, and none of them can have been kept elsewhere.
  const once = parts.checkpoints.head() ?? parts.checkpoints.lastKept() ?? keptElsewhere;
  return once === undefined ? verdict : broken(1, 'truncated');
}

/**
 * Verifies what was written since the last kept checkpoint: its signature and the head's, the signer, the chain
 * in between. For each start: some milliseconds, however long the ledger is.
 */
export function verifyTail(parts: LedgerParts): LedgerVerdict {
  const kept = parts.checkpoints.lastKept();
  return verdictOn(parts, kept ?? beforeFirst, (signing, count) =>
    kept === undefined || isSigned(parts, signing, 'interval', kept)
      ? brokenHead(parts, signing, count)
      : broken(kept.sequence, 'bad-signature').error,
  );
}
