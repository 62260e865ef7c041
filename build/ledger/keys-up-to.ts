import { publicKeyHash } from '../../electron/keeper/ledger/signatures.ts';
import type { Checkpoint } from '../../shared/ledger/checkpoint.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { type Outcome, refused } from '../outcome.ts';
import { openLedgerOrExport } from './read-ledger.ts';
import { sentenceOfBroken } from './sentences.ts';

/** A checkpoint that was kept elsewhere, and a ledger that it speaks for. */
export interface KeptElsewhere {
  /** A file of it, or the code of a day sheet. */
  readonly checkpoint: string;
  /** The ledger's file, or a copy of it. Without it nobody knows another key of the kiosk than the checkpoint's. */
  readonly ledger: string | undefined;
}

/**
 * The public keys (SPKI, DER) with which a kiosk signed up to a checkpoint, the newest first: that of the checkpoint, and with
 * its ledger all before it. Later ones anybody could have who took the kiosk since.
 */
export function keysUpTo(
  checkpoint: Checkpoint,
  ledgerPath: string | undefined,
): Result<readonly Uint8Array[], Outcome> {
  if (ledgerPath === undefined) return ok([Buffer.from(checkpoint.publicKey, 'base64')]);
  const ledger = openLedgerOrExport(ledgerPath);
  if (!ledger.ok) return err(refused(ledger.error));
  try {
    const verdict = ledger.value.verify({ checkpoint });
    if (!verdict.ok) return err({ code: 1, say: sentenceOfBroken(verdict.error) });
    const keys = ledger.value.keys().filter(({ from }) => from <= checkpoint.sequence);
    return ok(keys.map(({ publicKey }) => publicKey).toReversed());
  } finally {
    ledger.value.close();
  }
}

/**
 * Whether both of these fingerprints (32 hexadecimal digits) are of keys of one ledger, which holds: then whoever knows one of
 * them knows the other, since each key was signed by the one before. False also without a ledger.
 */
export function areOfOneLedger(
  ledgerPath: string | undefined,
  known: string,
  signer: string,
): Result<boolean, Outcome> {
  if (ledgerPath === undefined) return ok(false);
  const ledger = openLedgerOrExport(ledgerPath);
  if (!ledger.ok) return err(refused(ledger.error));
  try {
    const verdict = ledger.value.verify();
    if (!verdict.ok) return err({ code: 1, say: sentenceOfBroken(verdict.error) });
    const names = ledger.value
      .keys()
      .map(({ publicKey }) => publicKeyHash({ publicKey: Buffer.from(publicKey).toString('base64') }))
      .map((digest) => digest.slice(0, 32));
    return ok(names.includes(known) && names.includes(signer));
  } finally {
    ledger.value.close();
  }
}

/** How somebody goes on whose known key is another one than that which signed. */
export const ASK_FOR_LEDGER =
  'A kiosk’s key changes at least every day: give the ledger’s file, or a copy of it, with --ledger.';
