import type { ChainPosition } from '../../../shared/ledger/chain.ts';
import { hexOfBytes } from '../../../shared/ledger/encode-field.ts';
import type { BreakReason } from '../../../shared/ledger/reasons.ts';
import { err, type Result } from '../../../shared/result.ts';

/** Where an entry stands: its number, counted from 1, and its chain hash in lower-case hex. */
export interface LedgerPosition {
  readonly sequence: number;
  readonly hash: string;
}

/** The position in the form in which it is told to others. */
export function positionOf({ sequence, hash }: ChainPosition): LedgerPosition {
  return { sequence, hash: hexOfBytes(hash) };
}

/**
 * The first entry that does not hold, and why. Beside what the chain finds:
 *
 * - `unreadable`: its bytes are no entry of the declaration, or the ledger is not opened there first and once;
 * - `unsigned`: it was added without the kiosk's key, or the signature over it was taken away; for an entry by which a key
 *   takes over that is the signature of the key before;
 * - `bad-signature`: the signature at this entry is not the kiosk's over the chain as it stands here;
 * - `truncated`: it was there once: the head's signature, or the checkpoint kept elsewhere, speaks for it;
 * - `wrong-key`: the ledger does not belong to the key that it was opened with, or that is known of it elsewhere (a
 *   checkpoint, the name of a key); or a key takes over here out of turn;
 * - `rebuilt`: up to this entry the ledger is another than the one that the checkpoint was taken from.
 */
export interface BrokenLedger {
  readonly kind: 'broken';
  readonly sequence: number;
  readonly reason: BreakReason;
}

/** A ledger that holds: how many entries it has, and the last. */
export interface SoundLedger {
  readonly count: number;
  /** `undefined` in a ledger that was never opened. */
  readonly head: LedgerPosition | undefined;
}

export type LedgerVerdict = Result<SoundLedger, BrokenLedger>;

/** The verdict that names an entry. */
export function broken(
  sequence: number,
  reason: BrokenLedger['reason'],
): { readonly ok: false; readonly error: BrokenLedger } {
  return err({ kind: 'broken', sequence, reason });
}
