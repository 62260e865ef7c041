import { readShortCode } from '../../../shared/ledger/short-checkpoint.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { checkpointOfCode } from './checkpoint-code.ts';
import { isCheckpointValid } from './signatures.ts';
import type { KeptElsewhere } from './verify-ledger.ts';

/** Why what was typed or scanned is no checkpoint. `bad-signature`: as long as one, and its own key has not signed it. */
export type NoCheckpoint = 'no-code' | 'mistyped' | 'bad-signature';

/** The checkpoint of a day sheet as it was scanned (all of it) or typed (its short code). */
export function readTypedCheckpoint(typed: string): Result<KeptElsewhere, NoCheckpoint> {
  const scanned = checkpointOfCode(typed);
  if (scanned === null) return readShortCode(typed);
  return isCheckpointValid(scanned) ? ok(scanned) : err('bad-signature');
}
