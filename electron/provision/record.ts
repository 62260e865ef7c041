import { type AppliedProvisioning, appliedProvisioning } from '../../shared/provisioning/applied.ts';
import type { ProvisioningRefusal } from '../../shared/provisioning/refusal.ts';
import { err, ok, type Result, unreachable } from '../../shared/result.ts';
import { readProtectedFile } from '../lib/file-systems/protected-file.ts';
import { readJsonText } from '../lib/policy-file/policy-text.ts';

/** A record has a few short values and a path. */
const MOST_RECORD_BYTES = 16 * 1024;

type RecordRefusal = Extract<ProvisioningRefusal, { kind: 'bad-record' | 'unprotected-place' }>;

/** What root's record says of the provisioning that was applied last; null: none was. One that can't be read is never none. */
export function readRecord(
  path: string,
  owners: readonly number[],
): Result<AppliedProvisioning | null, RecordRefusal> {
  const file = readProtectedFile(path, owners, MOST_RECORD_BYTES);
  if (!file.ok) {
    switch (file.error.kind) {
      case 'missing':
        return ok(null);
      case 'unprotected':
        return err({ ...file.error, kind: 'unprotected-place' });
      case 'unreadable':
        return err({ kind: 'bad-record', path, reason: file.error.reason });
      default:
        return unreachable(file.error);
    }
  }
  const text = readJsonText(file.value);
  const parsed = appliedProvisioning.safeParse(text.ok ? text.value.value : null, { jitless: true });
  return parsed.success ? ok(parsed.data) : err({ kind: 'bad-record', path, reason: 'damaged' });
}

/** The record's bytes. */
export function recordBytes(record: AppliedProvisioning): Uint8Array {
  return Buffer.from(`${JSON.stringify(record, null, 2)}\n`);
}
