import { fingerprint, inGroups } from '../../shared/ledger/checkpoint.ts';
import type { ProvisioningRefusal } from '../../shared/provisioning/refusal.ts';
import { err, ok, type Result, unreachable } from '../../shared/result.ts';
import { readProtectedFile } from '../lib/file-systems/protected-file.ts';
import { keyOfPem, MOST_KEY_FILE_BYTES, type ProgrammeKey } from '../lib/policy-file/programme-key.ts';

type KeyRefusal = Extract<
  ProvisioningRefusal,
  { kind: 'no-program-key' | 'bad-program-key' | 'other-program' | 'unprotected-place' | 'missing-file' }
>;

/** What a key can be trusted by. */
export interface KeySources {
  /** Where root puts the program's key. */
  readonly path: string;
  /** User ids that may have put it there. */
  readonly owners: readonly number[];
  /** 32 hexadecimal digits that root typed; null: none. */
  readonly typed: string | null;
  /** The key file that comes with the folder; undefined: none does. Believed only where root typed its fingerprint. */
  readonly offered: Uint8Array | undefined;
}

/** The program's key that root trusts on this computer: the one that lies here, else the one whose fingerprint was typed. */
export function trustedKey({ path, owners, typed, offered }: KeySources): Result<ProgrammeKey, KeyRefusal> {
  const here = readKeyHere(path, owners);
  if (!here.ok) return here;
  if (here.value !== null)
    return typed === null || isTyped(here.value, typed)
      ? ok(here.value)
      : err({ kind: 'other-program', found: inGroups(typed), trusted: fingerprint(here.value.hash) });
  if (typed === null) return err({ kind: 'no-program-key', path });
  if (offered === undefined) return err({ kind: 'missing-file', name: 'program-key.pem' });
  const key = keyOfPem(offered);
  if (key.ok && isTyped(key.value, typed)) return key;
  return err({
    kind: 'other-program',
    found: key.ok ? fingerprint(key.value.hash) : null,
    trusted: inGroups(typed),
  });
}

function isTyped({ hash }: ProgrammeKey, typed: string): boolean {
  return hash.startsWith(typed);
}

function readKeyHere(path: string, owners: readonly number[]): Result<ProgrammeKey | null, KeyRefusal> {
  const file = readProtectedFile(path, owners, MOST_KEY_FILE_BYTES);
  if (!file.ok) {
    switch (file.error.kind) {
      case 'missing':
        return ok(null);
      case 'unprotected':
        return err({ ...file.error, kind: 'unprotected-place' });
      case 'unreadable':
        return err({ kind: 'bad-program-key', path, reason: file.error.reason });
      default:
        return unreachable(file.error);
    }
  }
  const key = keyOfPem(file.value);
  return key.ok ? key : err({ kind: 'bad-program-key', path, reason: 'no public key' });
}
