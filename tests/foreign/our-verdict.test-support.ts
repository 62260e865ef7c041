import { existsSync, readFileSync } from 'node:fs';
import { readKept } from '../../build/ledger/read-checkpoint.ts';
import { readFingerprint } from '../../build/ledger/read-fingerprint.ts';
import { openLedgerOrExport } from '../../build/ledger/read-ledger.ts';
import { judgeReceipt } from '../../build/receipt/judge-receipt.ts';
import { receiptOfText, type SelfSigned } from '../../build/receipt/read-receipt.ts';
import type { KnownElsewhere, LedgerReader } from '../../electron/keeper/ledger/ledger.ts';
import type { Question } from './ledger-cases.test-support.ts';

/** What a verifier says: `refused`, where there is nothing to judge; of a broken ledger also where and why. */
export interface Answer {
  readonly verdict: string;
  readonly entry?: number;
  readonly reason?: string;
}

const REFUSED: Answer = { verdict: 'refused' };

/** What the product says. */
export function ourAnswer({ ledger: path, receipt, checkpoint, fingerprint }: Question): Answer {
  const kept = checkpoint === undefined ? undefined : readKept(checkpoint);
  const pinned = fingerprint === undefined ? undefined : readFingerprint(fingerprint);
  if (kept?.ok === false || pinned?.ok === false) return REFUSED;
  // As the command does: nothing is compared with a checkpoint, and a receipt that is none needs no ledger.
  if (kept !== undefined && path === undefined) return REFUSED;
  const read = receipt === undefined ? null : receiptOfText(textOf(receipt));
  if (read?.ok === false) return { verdict: read.error };
  const opened = path === undefined ? null : openLedgerOrExport(path);
  if (opened?.ok === false) return REFUSED;
  const ledger = opened?.value ?? null;
  try {
    const known = { checkpoint: kept?.value, fingerprint: pinned?.value };
    return read === null ? ofLedger(ledger, known) : ofReceipt(read.value, ledger, known);
  } finally {
    ledger?.close();
  }
}

function ofLedger(ledger: LedgerReader | null, known: KnownElsewhere): Answer {
  const verdict = ledger?.verify(known);
  if (verdict === undefined) return REFUSED;
  if (verdict.ok) return { verdict: 'valid' };
  const { sequence, reason } = verdict.error;
  return { verdict: 'broken', entry: sequence, reason };
}

/** A code, or what is in a file. */
function textOf(receipt: string): string {
  return existsSync(receipt) ? readFileSync(receipt, 'utf8') : receipt;
}

function ofReceipt(receipt: SelfSigned, ledger: LedgerReader | null, known: KnownElsewhere): Answer {
  const verdict = judgeReceipt(receipt, ledger, known);
  if (verdict.kind !== 'broken-ledger') return { verdict: verdict.kind };
  const { sequence, reason } = verdict.broken;
  return { verdict: verdict.kind, entry: sequence, reason };
}
