import { sameBytes } from '../../../shared/ledger/bytes.ts';
import type { ChainPosition } from '../../../shared/ledger/chain.ts';
import type { Checkpoint, CheckpointPurpose } from '../../../shared/ledger/checkpoint.ts';
import { decodeEntry } from '../../../shared/ledger/encode-entry.ts';
import { hexOfBytes } from '../../../shared/ledger/encode-field.ts';
import { opensLedger } from '../../../shared/ledger/entries.ts';
import { err, ok } from '../../../shared/result.ts';
import type { SignedPosition } from './checkpoint-rows.ts';
import type { LedgerParts } from './ledger-parts.ts';
import { checkpointInterval } from './ledger-schema.ts';
import { isSignatureValid, readPublicKey, sha256 } from './signatures.ts';
import { type BrokenLedger, broken, type LedgerPosition, type LedgerVerdict, positionOf } from './verdict.ts';
import { beforeFirst, verifyEntries } from './verify-chain.ts';
import {
  type FollowedKeys,
  followKeys,
  followKeysFrom,
  keyAt,
  type OpenedWith,
  type SigningKeys,
} from './verify-rolls.ts';

/**
 * A checkpoint that was kept outside of the kiosk: its file, or what was typed from a day sheet, of which `hash` may be the
 * beginning alone.
 */
export type KeptElsewhere = LedgerPosition & Partial<Pick<Checkpoint, 'kiosk' | 'publicKey'>>;

/** What only somebody outside of the kiosk knows of its ledger. */
export interface KnownElsewhere {
  readonly checkpoint?: KeptElsewhere | undefined;
  /** The name of any of its keys, 32 hex digits: nobody else can sign with that one, nor let another key take over from it. */
  readonly fingerprint?: string | undefined;
}

const wrongKey = broken(1, 'wrong-key');

/** The kiosk and the key that the ledger was opened with, if they are those that the first entry names. */
function openedWith({ rows, checkpoints }: LedgerParts): OpenedWith | null {
  const signer = checkpoints.signer();
  const first = rows.at(1);
  const opened = first === undefined ? undefined : decodeEntry(first.bytes);
  if (signer === undefined || !opened?.ok) return null;
  const { value } = opened;
  if (!(opensLedger(value.kind) && 'kiosk' in value)) return null;
  const { kiosk, publicKey } = signer;
  const named = value.kiosk === hexOfBytes(kiosk) && value.key === hexOfBytes(sha256(publicKey));
  const key = named ? readPublicKey(publicKey) : null;
  return key && { kiosk, key, publicKey };
}

/** Whether the position is signed by the key of its time, and the entry there has the hash that was signed. */
function isSigned(
  { rows }: LedgerParts,
  signing: SigningKeys,
  purpose: CheckpointPurpose,
  { sequence, hash, signature }: SignedPosition,
): boolean {
  const entry = rows.at(sequence);
  const key = keyAt(signing, sequence);
  return (
    entry !== undefined &&
    key !== null &&
    sameBytes(entry.hash, hash) &&
    isSignatureValid(key.key, purpose, { kiosk: signing.kiosk, sequence, hash }, signature)
  );
}

/** How far a ledger goes, and how far its keys are known. */
interface Reach {
  readonly count: number;
  /** The last entry before a key that did not take over; `count` where each did. */
  readonly upTo: number;
}

/** The first kept checkpoint that does not hold. Every one that must be there is asked for. */
function brokenCheckpoint(
  parts: LedgerParts,
  signing: SigningKeys,
  { count, upTo }: Reach,
): BrokenLedger | undefined {
  let expected = 0;
  for (const kept of parts.checkpoints.kept()) {
    expected += checkpointInterval;
    if (upTo < count && expected > upTo) return undefined;
    if (kept.sequence > count) return broken(count + 1, 'truncated').error;
    if (kept.sequence !== expected) return broken(expected, 'unsigned').error;
    if (!isSigned(parts, signing, 'interval', kept)) return broken(expected, 'bad-signature').error;
  }
  if (expected + checkpointInterval <= upTo) return broken(expected + checkpointInterval, 'unsigned').error;
  return undefined;
}

/** Whether the ledger ends where its last signature says. */
function brokenHead(parts: LedgerParts, signing: SigningKeys, count: number): BrokenLedger | undefined {
  const head = parts.checkpoints.head();
  if (head === undefined) {
    // What the last kept checkpoint speaks for holds; nothing speaks for what follows.
    return broken((parts.checkpoints.lastKept()?.sequence ?? 0) + 1, 'unsigned').error;
  }
  if (head.sequence > count) return broken(count + 1, 'truncated').error;
  if (head.sequence < count) return broken(Math.max(head.sequence, 0) + 1, 'unsigned').error;
  return isSigned(parts, signing, 'head', head) ? undefined : broken(count, 'bad-signature').error;
}

/** What only a checkpoint kept elsewhere can show. Its key must be the one that signed when it was taken. */
function brokenAgainst(
  parts: LedgerParts,
  signing: SigningKeys,
  kept: KeptElsewhere,
): BrokenLedger | undefined {
  if (kept.kiosk !== undefined && kept.kiosk !== hexOfBytes(signing.kiosk)) return wrongKey.error;
  const last = parts.rows.last()?.sequence ?? 0;
  if (kept.sequence > last) return broken(last + 1, 'truncated').error;
  const itsKey = Buffer.from(keyAt(signing, kept.sequence)?.publicKey ?? []).toString('base64');
  if (kept.publicKey !== undefined && kept.publicKey !== itsKey) return wrongKey.error;
  const here = parts.rows.at(kept.sequence);
  const same = here !== undefined && hexOfBytes(here.hash).startsWith(kept.hash);
  return same ? undefined : broken(kept.sequence, 'rebuilt').error;
}

/** Whether a key of that name signed a part of this ledger, and itself let the next one take over or signed its end. */
function isPinned({ epochs }: SigningKeys, fingerprint: string): boolean {
  return epochs.some(({ publicKey }) => hexOfBytes(sha256(publicKey)).startsWith(fingerprint));
}

function verdictOn(
  parts: LedgerParts,
  from: ChainPosition,
  keysOf: (opened: OpenedWith, rolled: readonly number[]) => FollowedKeys,
  more: (signing: SigningKeys, reach: Reach) => BrokenLedger | undefined,
): LedgerVerdict {
  const rolled: number[] = [];
  let seen = from.sequence;
  const chain = verifyEntries(parts.rows, from, (kind) => {
    seen += 1;
    if (kind === 'key-rolled') rolled.push(seen);
  });
  if (!chain.ok) return chain;
  const count = chain.value.sequence;
  // Whoever was not told of each entry might miss a key that took over.
  if (seen !== count) return broken(seen + 1, 'unreadable');
  if (count === 0) return ok({ count, head: undefined });
  const opened = openedWith(parts);
  if (opened === null) return wrongKey;
  const { signing, found: roll } = keysOf(opened, rolled);
  // What does not hold before such a roll is told first.
  const upTo = roll === undefined ? count : Math.min(count, roll.sequence - 1);
  const found = more(signing, { count, upTo }) ?? roll;
  return found === undefined ? ok({ count, head: positionOf(chain.value) }) : err(found);
}

/**
 * Verifies the whole ledger: chain, each entry within its declaration, the signer against the first entry, each key that took
 * over against the one before, all signatures, the head against the last. With a checkpoint kept elsewhere that one, too: a
 * ledger that was rebuilt with the kiosk's own key, or put back to an earlier state, is found by nothing else. With a key's name
 * known elsewhere also one that was rebuilt with other keys. About 1 µs an entry.
 */
export function verifyLedger(
  parts: LedgerParts,
  { checkpoint: kept, fingerprint }: KnownElsewhere = {},
): LedgerVerdict {
  const verdict = verdictOn(
    parts,
    beforeFirst,
    (opened, rolled) => followKeys(parts, opened, rolled),
    (signing, reach) => {
      const checkpoint = brokenCheckpoint(parts, signing, reach);
      if (checkpoint !== undefined || reach.upTo < reach.count) return checkpoint;
      const head = brokenHead(parts, signing, reach.count);
      if (head !== undefined) return head;
      if (fingerprint !== undefined && !isPinned(signing, fingerprint)) return wrongKey.error;
      return kept && brokenAgainst(parts, signing, kept);
    },
  );
  if (!verdict.ok || verdict.value.count > 0) return verdict;
  // Without entries there may be no signature, and none of them can have been kept elsewhere.
  const once = parts.checkpoints.head() ?? parts.checkpoints.lastKept() ?? kept ?? fingerprint;
  return once === undefined ? verdict : broken(1, 'truncated');
}

/**
 * Verifies what was written since the last kept checkpoint: its signature and the head's, the signer, keys that took over
 * since, the chain in between. For each start: some milliseconds, however long the ledger is.
 */
export function verifyTail(parts: LedgerParts): LedgerVerdict {
  const kept = parts.checkpoints.lastKept();
  const from = kept ?? beforeFirst;
  return verdictOn(
    parts,
    from,
    (opened, rolled) => followKeysFrom(parts, opened, rolled, from.sequence),
    (signing, { count, upTo }) => {
      if (kept !== undefined && !isSigned(parts, signing, 'interval', kept))
        return broken(kept.sequence, 'bad-signature').error;
      return upTo < count ? undefined : brokenHead(parts, signing, count);
    },
  );
}
