import { readKept } from '../../build/ledger/read-checkpoint.ts';
import { readFingerprint } from '../../build/ledger/read-fingerprint.ts';
import { openLedgerOrExport } from '../../build/ledger/read-ledger.ts';
import { judgeGiven, type KnownOfKiosk } from '../../build/receipt/judge-given.ts';
import type { Question } from './ledger-cases.test-support.ts';

/** What a verifier says: `refused`, where there is nothing to judge; of a broken ledger also where and why. */
export interface Answer {
  readonly verdict: string;
  readonly entry?: number;
  readonly reason?: string;
}

const REFUSED: Answer = { verdict: 'refused' };

/** What the product says. */
export function ourAnswer({ ledger, receipt, checkpoint, fingerprint }: Question): Answer {
  return receipt === undefined
    ? ofLedger(ledger, checkpoint, fingerprint)
    : ofReceipt(receipt, { ledger, checkpoint, fingerprint });
}

function ofLedger(
  path: string | undefined,
  checkpoint: string | undefined,
  fingerprint: string | undefined,
): Answer {
  const kept = checkpoint === undefined ? undefined : readKept(checkpoint);
  const pinned = fingerprint === undefined ? undefined : readFingerprint(fingerprint);
  if (path === undefined || kept?.ok === false || pinned?.ok === false) return REFUSED;
  const opened = openLedgerOrExport(path);
  if (!opened.ok) return REFUSED;
  try {
    const verdict = opened.value.verify({ checkpoint: kept?.value, fingerprint: pinned?.value });
    if (verdict.ok) return { verdict: 'valid' };
    const { sequence, reason } = verdict.error;
    return { verdict: 'broken', entry: sequence, reason };
  } finally {
    opened.value.close();
  }
}

function ofReceipt(given: string, known: KnownOfKiosk): Answer {
  const judged = judgeGiven(given, known);
  if (!judged.ok) return REFUSED;
  const { verdict } = judged.value;
  if (verdict.kind !== 'broken-ledger') return { verdict: verdict.kind };
  const { sequence, reason } = verdict.broken;
  return { verdict: verdict.kind, entry: sequence, reason };
}
