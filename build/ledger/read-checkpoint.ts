import { readFileSync } from 'node:fs';
import { checkpointOfCode } from '../../electron/keeper/ledger/checkpoint-code.ts';
import type { KnownElsewhere } from '../../electron/keeper/ledger/ledger.ts';
import { isCheckpointValid } from '../../electron/keeper/ledger/signatures.ts';
import { type Checkpoint, checkpointSchema } from '../../shared/ledger/checkpoint.ts';
import { readShortCode } from '../../shared/ledger/short-checkpoint.ts';
import { err, ok, type Result } from '../../shared/result.ts';

/**
 * Reads a checkpoint that left a kiosk: a file from a stick, the code of a day sheet as it was typed, or a file with what a
 * scanner read. The error is a sentence.
 */
export function readCheckpoint(given: string): Result<Checkpoint, string> {
  const typed = checkpointOfCode(given);
  if (typed !== null) return valid('The code', typed);
  if (readShortCode(given).ok)
    return err(
      'The short code of a day sheet names no key: scan the sheet’s code, or give a checkpoint’s file.',
    );
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

/** The same for comparing a ledger with it alone: there the short code of a day sheet is enough, typed or in a file. */
export function readKept(given: string): Result<NonNullable<KnownElsewhere['checkpoint']>, string> {
  const short = readShortCode(given);
  if (short.ok) return ok(short.value);
  if (short.error === 'mistyped')
    return err('The short code of the day sheet was mistyped: its last character does not fit the others.');
  return readCheckpoint(given);
}
