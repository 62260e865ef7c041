import { err, ok, type Result } from '../../shared/result.ts';
import { readKept } from '../ledger/read-checkpoint.ts';
import { readFingerprint } from '../ledger/read-fingerprint.ts';
import { openLedgerOrExport } from '../ledger/read-ledger.ts';
import { judgeReceipt, type ReceiptVerdict } from './judge-receipt.ts';
import { readReceipt, type SelfSigned } from './read-receipt.ts';

/** What somebody knows of the kiosk from elsewhere, as it was given. */
export interface KnownOfKiosk {
  /** The ledger's file, or an export of it. */
  readonly ledger: string | undefined;
  readonly fingerprint: string | undefined;
  readonly checkpoint: string | undefined;
}

/** A verdict, and the receipt that it is on. Null: it is none whose own signature holds. */
export interface Judged {
  readonly verdict: ReceiptVerdict;
  readonly receipt: SelfSigned | null;
}

/** Judges a receipt by what is given beside it. The error is a sentence: nothing can be said of it. */
export function judgeGiven(given: string, known: KnownOfKiosk): Result<Judged, string> {
  const pinned = known.fingerprint === undefined ? undefined : readFingerprint(known.fingerprint);
  if (pinned?.ok === false) return err(`--fingerprint ${pinned.error}`);
  const kept = known.checkpoint === undefined ? undefined : readKept(known.checkpoint);
  if (kept?.ok === false) return kept;
  if (kept !== undefined && known.ledger === undefined)
    return err('--checkpoint is compared with a ledger: give that, or an export of it, with --ledger.');
  const receipt = readReceipt(given);
  if (!receipt.ok)
    return receipt.error === 'unreadable'
      ? err(`${given} cannot be read, and is no code of a receipt.`)
      : ok({ verdict: { kind: receipt.error }, receipt: null });
  const ledger = known.ledger === undefined ? null : openLedgerOrExport(known.ledger);
  if (ledger?.ok === false) return ledger;
  try {
    const elsewhere = { fingerprint: pinned?.value, checkpoint: kept?.value };
    const verdict = judgeReceipt(receipt.value, ledger?.value ?? null, elsewhere);
    return ok({ verdict, receipt: receipt.value });
  } finally {
    ledger?.value.close();
  }
}
