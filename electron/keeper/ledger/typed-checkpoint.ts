import { hexOfBytes } from '../../../shared/ledger/encode-field.ts';
import { readShortCode } from '../../../shared/ledger/short-checkpoint.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { checkpointOfCode } from './checkpoint-code.ts';
import type { KeyOfLedger } from './key-in-force.ts';
import { isCheckpointValid, sha256 } from './signatures.ts';
import type { KeptElsewhere } from './verify-ledger.ts';

/** Why what was typed or scanned is no checkpoint. `bad-signature`: as long as one, and its own key has not signed it. */
export type NoCheckpoint = 'no-code' | 'mistyped' | 'key-fingerprint' | 'bad-signature';

/**
 * The checkpoint of a day sheet as it was scanned (all of it) or typed (its short code). The row “Key fingerprint” has as many groups: `keys`,
 * those that signed this ledger, are compared first.
 */
export function readTypedCheckpoint(
  typed: string,
  keys: readonly Pick<KeyOfLedger, 'publicKey'>[],
): Result<KeptElsewhere, NoCheckpoint> {
  const digits = typed.replaceAll(/[\s-]/g, '').toLowerCase();
  if (digits.length === FINGERPRINT_DIGITS && keys.some((key) => nameOf(key) === digits))
    return err('key-fingerprint');
  const scanned = checkpointOfCode(typed);
  if (scanned === null) return readShortCode(typed);
  return isCheckpointValid(scanned) ? ok(scanned) : err('bad-signature');
}

/** Of the 64 of its hash. */
const FINGERPRINT_DIGITS = 32;

function nameOf({ publicKey }: Pick<KeyOfLedger, 'publicKey'>): string {
  return hexOfBytes(sha256(publicKey)).slice(0, FINGERPRINT_DIGITS);
}
