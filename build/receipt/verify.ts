import { publicKeyHash } from '../../electron/keeper/ledger/signatures.ts';
import { readKept } from '../ledger/read-checkpoint.ts';
import { readFingerprint } from '../ledger/read-fingerprint.ts';
import { openLedgerOrExport } from '../ledger/read-ledger.ts';
import { type Outcome, refused } from '../outcome.ts';
import { judgeReceipt } from './judge-receipt.ts';
import { readReceipt } from './read-receipt.ts';
import { outcomeOf } from './sentences.ts';

/** What somebody knows of the kiosk from elsewhere, as it was given. */
export interface KnownOfKiosk {
  /** The ledger's file, or an export of it. */
  readonly ledger: string | undefined;
  readonly fingerprint: string | undefined;
  readonly checkpoint: string | undefined;
}

/**
 * Checks a receipt: a code, or a file with one or with its data. Code 1: it was altered, or the kiosk that is known did not make it;
 * code 2: it could not be told, or nothing that is known says whose key signed it.
 */
export function verify(given: string, known: KnownOfKiosk): Outcome {
  const pinned = known.fingerprint === undefined ? undefined : readFingerprint(known.fingerprint);
  if (pinned?.ok === false) return refused(`--fingerprint ${pinned.error}`);
  const kept = known.checkpoint === undefined ? undefined : readKept(known.checkpoint);
  if (kept?.ok === false) return refused(kept.error);
  if (kept !== undefined && known.ledger === undefined)
    return refused('--checkpoint is compared with a ledger: give that, or an export of it, with --ledger.');
  const receipt = readReceipt(given);
  if (!receipt.ok)
    return receipt.error === 'unreadable'
      ? refused(`${given} cannot be read, and is no code of a receipt.`)
      : outcomeOf({ kind: receipt.error }, null, '');
  const ledger = known.ledger === undefined ? null : openLedgerOrExport(known.ledger);
  if (ledger?.ok === false) return refused(ledger.error);
  try {
    const { value } = receipt;
    const verdict = judgeReceipt(value, ledger?.value ?? null, {
      ...{ fingerprint: pinned?.value, checkpoint: kept?.value },
    });
    const publicKey = Buffer.from(value.publicKey).toString('base64');
    return outcomeOf(verdict, value, publicKeyHash({ publicKey }));
  } finally {
    ledger?.value.close();
  }
}
