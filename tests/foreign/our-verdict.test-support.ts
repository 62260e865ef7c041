import { readFileSync } from 'node:fs';
import { readKept } from '../../build/ledger/read-checkpoint.ts';
import { readFingerprint } from '../../build/ledger/read-fingerprint.ts';
import { openLedgerOrExport } from '../../build/ledger/read-ledger.ts';
import { judgeReceipt } from '../../build/receipt/judge-receipt.ts';
import { receiptOfText } from '../../build/receipt/read-receipt.ts';
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
  const opened = path === undefined ? null : openLedgerOrExport(path);
  if (opened?.ok === false) return REFUSED;
  const ledger = opened?.value ?? null;
  try {
    const known = { checkpoint: kept?.value, fingerprint: pinned?.value };
    return receipt === undefined
      ? ofLedger(ledger, known)
      : ofReceipt(readFileSync(receipt, 'utf8'), ledger, known);
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

function ofReceipt(text: string, ledger: LedgerReader | null, known: KnownElsewhere): Answer {
  const receipt = receiptOfText(text);
  if (!receipt.ok) return { verdict: receipt.error };
  const verdict = judgeReceipt(receipt.value, ledger, known);
  if (verdict.kind !== 'broken-ledger') return { verdict: verdict.kind };
  const { sequence, reason } = verdict.broken;
  return { verdict: verdict.kind, entry: sequence, reason };
}
