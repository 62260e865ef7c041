import type { KeyObject } from 'node:crypto';
import { decodeEntry } from '../../../shared/ledger/encode-entry.ts';
import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import { spkiOfRaw } from '../signing/signing-key.ts';
import { keyAfter } from './key-in-force.ts';
import type { LedgerParts } from './ledger-parts.ts';
import { isSignatureValid, readPublicKey } from './signatures.ts';
import { type BrokenLedger, broken } from './verdict.ts';

/** The key that signs a ledger from an entry on. */
interface Epoch {
  readonly from: number;
  readonly epoch: number;
  readonly key: KeyObject;
  /** The same as SPKI in DER. */
  readonly publicKey: Uint8Array;
}

/** The kiosk and the key that a ledger was opened with. */
export interface OpenedWith {
  readonly kiosk: Uint8Array;
  readonly key: KeyObject;
  /** The same as SPKI in DER. */
  readonly publicKey: Uint8Array;
}

/** Whose signatures count, and where. */
export interface SigningKeys {
  readonly kiosk: Uint8Array;
  /** In the order in which they took over; none stands before the first. */
  readonly epochs: readonly Epoch[];
}

/** The key that signs the ledger as it ends at an entry. Of two that meet at an entry it is the new one. */
export function keyAt({ epochs }: SigningKeys, sequence: number): Pick<Epoch, 'key' | 'publicKey'> | null {
  return epochs.findLast(({ from }) => from <= sequence) ?? null;
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
 * the one before has signed, and none is left out. `rolled`: the numbers of all entries by which a key takes over, as the chain
 * was followed. Not as an index has them: one that somebody has written by hand can leave an entry out.
 */
export function followKeys(
  parts: LedgerParts,
  { kiosk, key, publicKey }: OpenedWith,
  rolled: readonly number[],
): FollowedKeys {
  return follow(parts, { kiosk, epochs: [{ from: 1, epoch: 0, key, publicKey }] }, rolled, 0);
}

/** The same behind an entry, whose key is taken as the ledger has it: quick, however long the ledger is. */
export function followKeysFrom(
  parts: LedgerParts,
  opened: OpenedWith,
  rolled: readonly number[],
  sequence: number,
): FollowedKeys {
  const before = keyAfter(parts, sequence);
  const { epoch, publicKey } = before === undefined || before.epoch === 0 ? { ...opened, epoch: 0 } : before;
  const key = readPublicKey(publicKey);
  const signing = {
    kiosk: opened.kiosk,
    epochs: key === null ? [] : [{ from: sequence, epoch, key, publicKey }],
  };
  return follow(parts, signing, rolled, sequence);
}

function rollAt({ rows }: LedgerParts, sequence: number): readonly Roll[] {
  const link = rows.at(sequence);
  if (link === undefined) return [];
  const { hash, bytes } = link;
  const entry = decodeEntry(bytes);
  return entry.ok && entry.value.kind === 'key-rolled' ? [{ sequence, hash, entry: entry.value }] : [];
}

function follow(
  parts: LedgerParts,
  { kiosk, epochs: known }: SigningKeys,
  rolled: readonly number[],
  after: number,
): FollowedKeys {
  const epochs = [...known];
  const signatures = new Map(parts.checkpoints.rollsAfter(after).map((row) => [row.sequence, row.signature]));
  const stopped = (verdict: ReturnType<typeof broken>): FollowedKeys => ({
    signing: { kiosk, epochs },
    found: verdict.error,
  });
  for (const { sequence, hash, entry } of rolled.flatMap((each) => rollAt(parts, each))) {
    const before = epochs.at(-1);
    const signature = signatures.get(sequence);
    signatures.delete(sequence);
    if (before === undefined || entry.epoch !== before.epoch + 1)
      return stopped(broken(sequence, 'wrong-key'));
    if (signature === undefined) return stopped(broken(sequence, 'unsigned'));
    if (!isSignatureValid(before.key, 'roll', { kiosk, sequence, hash }, signature))
      return stopped(broken(sequence, 'bad-signature'));
    const publicKey = spkiOfRaw(Buffer.from(entry.publicKey, 'hex'));
    const key = readPublicKey(publicKey);
    if (key === null) return stopped(broken(sequence, 'wrong-key'));
    epochs.push({ from: sequence, epoch: entry.epoch, key, publicKey });
  }
  // Of an entry that is no roll, or is not there.
  const [surplus] = signatures.keys();
  return surplus === undefined
    ? { signing: { kiosk, epochs }, found: undefined }
    : // A database can have numbers that a number here can't be told apart from others.
      stopped(broken(Math.min(surplus, Number.MAX_SAFE_INTEGER), 'bad-signature'));
}
