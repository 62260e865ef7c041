import { readFileSync } from 'node:fs';
import { checkpointOfCode } from '../../electron/keeper/ledger/checkpoint-code.ts';
import { isCheckpointValid } from '../../electron/keeper/ledger/signatures.ts';
import { type Checkpoint, checkpointSchema } from '../../shared/ledger/checkpoint.ts';
import { err, ok, type Result } from '../../shared/result.ts';

/**
 * Reads a checkpoint that left a kiosk: a file from a stick, the code of a day sheet as it was typed, or a file with what a
 * scanner read. The error is a sentence.
 */
export function readCheckpoint(given: string): Result<Checkpoint, string> {
  const typed = checkpointOfCode(given);
  if (typed !== null) return valid('The code', typed);
  let text: string;
  try {
    text = readFileSync(given, 'utf8');
  } catch {
    return err(`${given} cannot be read as a checkpoint, and is no code of a day sheet.`);
  }
  const scanned = checkpointOfCode(text);
  if (scanned !== null) return valid(given, scanned);
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    return err(`${given} cannot be read as a checkpoint.`);
  }
  const checkpoint = checkpointSchema.safeParse(found);
  return checkpoint.success ? valid(given, checkpoint.data) : err(`${given} is no checkpoint of a ledger.`);
}

function valid(given: string, checkpoint: Checkpoint): Result<Checkpoint, string> {
  return isCheckpointValid(checkpoint)
    ? ok(checkpoint)
    : err(`${given} was changed: its signature does not hold.`);
}
