import type { LedgerReader } from '../../electron/keeper/ledger/ledger.ts';
import { publicKeyHash } from '../../electron/keeper/ledger/signatures.ts';
import type { Checkpoint } from '../../shared/ledger/checkpoint.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { type Outcome, refused } from '../outcome.ts';
import { type TimedKey, timedKeys } from './key-times.ts';
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
 * The keys with which a kiosk signed up to a checkpoint, the newest first: that of the checkpoint, and with its ledger all before
 * it. Later ones anybody could have who took the kiosk since. When one was destroyed, the ledger alone tells.
 */
export function keysUpTo(
  checkpoint: Checkpoint,
  ledgerPath: string | undefined,
): Result<readonly Pick<TimedKey, 'publicKey' | 'ended'>[], Outcome> {
  if (ledgerPath === undefined)
    return ok([{ publicKey: Buffer.from(checkpoint.publicKey, 'base64'), ended: null }]);
  const ledger = openLedgerOrExport(ledgerPath);
  if (!ledger.ok) return err(refused(ledger.error));
  try {
    const verdict = ledger.value.verify({ checkpoint });
    if (!verdict.ok) return err({ code: 1, say: sentenceOfBroken(verdict.error) });
    const keys = timedKeys(ledger.value).filter(({ from }) => from <= checkpoint.sequence);
    return ok(keys.toReversed());
  } finally {
    ledger.value.close();
  }
}

/** What a ledger that holds says of a statement. */
export interface StatementInLedger {
  /** The names (32 hexadecimal digits) of its keys. Whoever knows one of them knows the others: each was signed by the one before. */
  readonly keys: readonly string[];
  /** It has the entry “statement-made” with that SHA-256. */
  readonly isEntered: boolean;
}

/** Looks for a statement (its SHA-256 in hex) in a ledger. */
export function statementInLedger(ledgerPath: string, digest: string): Result<StatementInLedger, Outcome> {
  const ledger = openLedgerOrExport(ledgerPath);
  if (!ledger.ok) return err(refused(ledger.error));
  try {
    const verdict = ledger.value.verify();
    if (!verdict.ok) return err({ code: 1, say: sentenceOfBroken(verdict.error) });
    let isEntered = false;
    for (const entry of ledger.value.since(0))
      if (entry.kind === 'statement-made' && entry.statement === digest) isEntered = true;
    return ok({ keys: namesIn(ledger.value), isEntered });
  } finally {
    ledger.value.close();
  }
}

/**
 * Whether both of these fingerprints (32 hexadecimal digits) are of keys of one ledger, which holds: then whoever knows one of
 * them knows the other. False also without a ledger.
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
    const names = namesIn(ledger.value);
    return ok(names.includes(known) && names.includes(signer));
  } finally {
    ledger.value.close();
  }
}

function namesIn(ledger: LedgerReader): readonly string[] {
  return ledger
    .keys()
    .map(({ publicKey }) => publicKeyHash({ publicKey: Buffer.from(publicKey).toString('base64') }))
    .map((digest) => digest.slice(0, 32));
}

/** How somebody goes on whose known key is another one than that which signed. */
export const ASK_FOR_LEDGER =
  'A kiosk’s key changes at least every day: give the ledger’s file, or a copy of it, with --ledger.';
