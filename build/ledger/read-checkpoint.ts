import { readFileSync } from 'node:fs';
import { isCheckpointValid } from '../../electron/keeper/ledger/signatures.ts';
import { type Checkpoint, checkpointSchema } from '../../shared/ledger/checkpoint.ts';
import { err, ok, type Result } from '../../shared/result.ts';

/** Reads a checkpoint that left a kiosk. The error is a sentence. */
export function readCheckpoint(path: string): Result<Checkpoint, string> {
  let found: unknown;
  try {
    found = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return err(`${path} cannot be read as a checkpoint.`);
  }
  const checkpoint = checkpointSchema.safeParse(found);
  if (!checkpoint.success) return err(`${path} is no checkpoint of a ledger.`);
  if (!isCheckpointValid(checkpoint.data)) return err(`${path} was changed: its signature does not hold.`);
  return ok(checkpoint.data);
}
