import { readFileSync } from 'node:fs';
import { checkpointOfCode } from '../../electron/keeper/ledger/checkpoint-code.ts';
import type { KnownElsewhere } from '../../electron/keeper/ledger/ledger.ts';
import { isCheckpointValid } from '../../electron/keeper/ledger/signatures.ts';
import { type Checkpoint, checkpointSchema } from '../../shared/ledger/checkpoint.ts';
import { readShortCode } from '../../shared/ledger/short-checkpoint.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { readJson } from '../read-json.ts';

const SHORT =
  'The short code of a day sheet names no key: scan the sheet’s code, or give a checkpoint’s file.';

/**
 * Reads a checkpoint that left a kiosk: a file from a stick, the code of a day sheet as it was typed, or a file with what a
 * scanner read. The error is a sentence.
 */
export function readCheckpoint(given: string): Result<Checkpoint, string> {
  const typed = checkpointOfCode(given);
  if (typed !== null) return valid('The code', typed);
  if (readShortCode(given).ok) return err(SHORT);
  const text = textOf(given);
  if (text === null) return err(`${given} cannot be read as a checkpoint, and is no code of a day sheet.`);
  if (readShortCode(text).ok) return err(SHORT);
  const scanned = checkpointOfCode(text);
  if (scanned !== null) return valid(given, scanned);
  const found = readJson(text);
  if (found === undefined) return err(`${given} cannot be read as a checkpoint.`);
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
  const short = readShort(given) ?? readShort(textOf(given) ?? '');
  return short ?? readCheckpoint(given);
}

/** Null: it is no short code. */
function readShort(text: string): ReturnType<typeof readKept> | null {
  const short = readShortCode(text);
  if (short.ok) return short;
  return short.error === 'mistyped'
    ? err('The short code of the day sheet was mistyped: its last character does not fit the others.')
    : null;
}

/** Null: there is no such file, or it cannot be read. */
function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
