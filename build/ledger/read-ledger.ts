import { resolve } from 'node:path';
import { type LedgerReader, openLedgerToRead } from '../../electron/keeper/ledger/ledger.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { openExport } from './open-export.ts';
import { sentenceOfFailure } from './sentences.ts';

/** Opens a ledger's file, or an export of it in NDJSON, without changing a byte. The error is a sentence. */
export function openLedgerOrExport(path: string): Result<LedgerReader, string> {
  const ledger = openLedgerToRead(resolve(path));
  if (ledger.ok) return ok(ledger.value);
  if (ledger.error.kind === 'foreign' && ledger.error.reason === 'not-sqlite') return openExport(path);
  return err(sentenceOfFailure(path, ledger.error));
}
