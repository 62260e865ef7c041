import type { KeyObject } from 'node:crypto';
import { decodeEntry, encodeKind } from '../../../shared/ledger/encode-entry.ts';
import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import { spkiOfRaw } from '../signing/signing-key.ts';
import { keyAfter } from './key-in-force.ts';
import type { LedgerParts } from './ledger-parts.ts';
import { ALL_ROWS } from './ledger-rows.ts';
import { isSignatureValid, readPublicKey } from './signatures.ts';
import { type BrokenLedger, broken } from './verdict.ts';

/** The key that signs a ledger from an entry on. */
interface Epoch {
  readonly from: number;
  readonly epoch: number;
  readonly key: KeyObject;
}

/** The kiosk and the key that a ledger was opened with. */
export interface OpenedWith {
  readonly kiosk: Uint8Array;
  readonly key: KeyObject;
}

/** Whose signatures count, and where. */
export interface SigningKeys {
  readonly kiosk: Uint8Array;
  /** In the order in which they took over; none stands before the first. */
  readonly epochs: readonly Epoch[];
}

/** The key that signs the ledger as it ends at an entry. Of two that meet at an entry it is the new one. */
export function keyAt({ epochs }: SigningKeys, sequence: number): KeyObject | null {
  return epochs.findLast(({ from }) => from <= sequence)?.key ?? null;
}

/** An entry by which a key takes over, and the row that it stands in. */
interface Roll {
  readonly sequence: number;
  readonly hash: Uint8Array;
  readonly entry: Extract<LedgerEntry, { readonly kind: 'key-rolled' }>;
}

/** Keys as they follow one another; and the first that does not. */
export interface FollowedKeys {
  readonly signing: SigningKeys;
  readonly found: BrokenLedger | undefined;
}

/**
 * Follows the keys of a whole ledger, whose entries hold, from the one that it was opened with: each is named by an entry that
 * the one before has signed, and none is left out.
 */
export function followKeys(parts: LedgerParts, { kiosk, key }: OpenedWith): FollowedKeys {
  const entries = parts.rows
    .ofBeginning(encodeKind('key-rolled'), ALL_ROWS)
    .toSorted((one, other) => one.sequence - other.sequence)
    .flatMap(({ sequence, hash, bytes }) => rollOf(sequence, hash, bytes));
  return follow(parts, { kiosk, epochs: [{ from: 1, epoch: 0, key }] }, entries, 0);
}

/**
 * The same from an entry on, whose key is taken as the ledger has it: quick, however long the ledger is. Entries without a
 * signature of their own are left to the signature of the head.
 */
export function followKeysFrom(parts: LedgerParts, opened: OpenedWith, sequence: number): FollowedKeys {
  const before = keyAfter(parts, sequence);
  const key = before === undefined || before.epoch === 0 ? opened.key : readPublicKey(before.publicKey);
  const signing = {
    kiosk: opened.kiosk,
    epochs: key === null ? [] : [{ from: sequence, epoch: before?.epoch ?? 0, key }],
  };
  const entries = parts.checkpoints.rollsAfter(sequence).flatMap((row) => {
    const link = parts.rows.at(row.sequence);
    return link === undefined ? [] : rollOf(link.sequence, link.hash, link.bytes);
  });
  return follow(parts, signing, entries, sequence);
}

function rollOf(sequence: number, hash: Uint8Array, bytes: Uint8Array): readonly Roll[] {
  const entry = decodeEntry(bytes);
  return entry.ok && entry.value.kind === 'key-rolled' ? [{ sequence, hash, entry: entry.value }] : [];
}

function follow(
  { checkpoints }: LedgerParts,
  { kiosk, epochs: known }: SigningKeys,
  entries: readonly Roll[],
  after: number,
): FollowedKeys {
  const epochs = [...known];
  const signatures = new Map(checkpoints.rollsAfter(after).map((row) => [row.sequence, row.signature]));
  const stopped = (verdict: ReturnType<typeof broken>): FollowedKeys => ({
    signing: { kiosk, epochs },
    found: verdict.error,
  });
  for (const { sequence, hash, entry } of entries) {
    const before = epochs.at(-1);
    const signature = signatures.get(sequence);
    signatures.delete(sequence);
    if (before === undefined || entry.epoch !== before.epoch + 1)
      return stopped(broken(sequence, 'wrong-key'));
    if (signature === undefined) return stopped(broken(sequence, 'unsigned'));
    if (!isSignatureValid(before.key, 'roll', { kiosk, sequence, hash }, signature))
      return stopped(broken(sequence, 'bad-signature'));
    const key = readPublicKey(spkiOfRaw(Buffer.from(entry.publicKey, 'hex')));
    if (key === null) return stopped(broken(sequence, 'wrong-key'));
    epochs.push({ from: sequence, epoch: entry.epoch, key });
  }
  // Of an entry that is no roll, or is not there.
  const [surplus] = signatures.keys();
  return surplus === undefined
    ? { signing: { kiosk, epochs }, found: undefined }
    : stopped(broken(surplus, 'bad-signature'));
}
