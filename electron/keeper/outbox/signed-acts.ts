import { verify } from 'node:crypto';
import { concatenate } from '../../../shared/ledger/bytes.ts';
import { wordBytes } from '../../../shared/ledger/encode-field.ts';
import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import { NOBODY } from '../../../shared/ledger/nobody.ts';
import { readPublicKey } from '../ledger/signatures.ts';

const PURPOSE = wordBytes('counterfoil pending entry 1\n');

/** Over what the key that signs the ledger puts its name while the entry still waits for it. */
export function pendingBytes(entry: Uint8Array): Uint8Array {
  return concatenate([PURPOSE, entry]);
}

/**
 * Whether an entry that waits counts only under the kiosk's signature: it lets go of what a legal hold keeps, says who works here, ends a
 * lock-out, or tells what two people did. Whoever has the disk can write a row into the vault, and the fold of the ledger would believe it.
 * Each of them is done by somebody who is signed in, so the key is there. A hold that is set, or a lock-out, keeps more than before, and is
 * believed of anybody.
 */
export function isSignedAct(entry: LedgerEntry): boolean {
  switch (entry.kind) {
    case 'hold-lifted':
    case 'intake-resumed':
    // In practice no hold keeps anything.
    case 'practice-began':
    case 'practice-ended':
    case 'supervisor-confirmed':
    case 'recovery-codes-used':
    case 'recovery-made':
    case 'ribbon-destroyed':
    case 'records-searched':
    case 'record-produced':
    case 'live-in-spite':
    case 'misfit-accepted':
      return true;
    case 'staff-changed':
      return entry.act !== 'passphrase-changed';
    // One person is enough for some of them, and a signed order for others.
    case 'intake-suspended':
    case 'suspension-ended':
    case 'policy-installed':
      return entry.second !== NOBODY;
    default:
      return false;
  }
}

/** A key of the ledger, and the entry from which on it signs. */
interface SigningTurn {
  readonly publicKey: Uint8Array;
  readonly from: number;
}

/**
 * The keys that may have signed what waits: the one in force, and the one before it where its roll is the last entry, for what waits was
 * signed before that.
 */
export function signersOf(keys: readonly SigningTurn[], head: number): readonly Uint8Array[] {
  const [before, last] = [keys.at(-2), keys.at(-1)];
  if (last === undefined) return [];
  const isFresh = before !== undefined && last.from === head;
  return isFresh ? [last.publicKey, before.publicKey] : [last.publicKey];
}

/** Whether one of these keys (SPKI, DER) signed an entry that waits. */
export function isSignedBy(
  signers: readonly Uint8Array[],
  { bytes, signature }: { readonly bytes: Uint8Array; readonly signature: Uint8Array | null },
): boolean {
  if (signature === null) return false;
  return signers.some((signer) => {
    const key = readPublicKey(signer);
    return key !== null && verify(null, pendingBytes(bytes), key, signature);
  });
}
