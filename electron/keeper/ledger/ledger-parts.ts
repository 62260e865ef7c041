import type { CheckpointRows } from './checkpoint-rows.ts';
import type { LedgerRows } from './ledger-rows.ts';

/** What is read of a ledger in order to verify it. */
export interface LedgerParts {
  readonly rows: LedgerRows;
  readonly checkpoints: CheckpointRows;
}
