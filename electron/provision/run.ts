import { lstatSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProvisioningRefusal } from '../../shared/provisioning/refusal.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { takeFileLock } from '../lib/file-systems/file-lock.ts';
import { isFileSystemError } from '../lib/file-systems/file-system-error.ts';
import { whyUnprotected } from '../lib/file-systems/protected-file.ts';
import { REFUSED_FILE, refusedText, runFolderOf } from '../lib/provisioning/run-folder.ts';
import { asDiskFailure } from './disk.ts';

/** A run of the command, of which there is one at a time. */
export interface Run {
  /** Says to the kiosk how this run was refused, by its exit code alone; null: it wasn't. */
  tell(code: number | null): void;
  end(): void;
}

/** Begins a run beside these settings. `owners`: user ids that may provision. */
export function beginRun(
  settings: string,
  owners: readonly number[],
): Result<Run, Extract<ProvisioningRefusal, { kind: 'busy' | 'disk' | 'unprotected-place' }>> {
  const folder = runFolderOf(settings);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o755 });
    const unprotected = whyUnprotected(folder, lstatSync(folder), owners);
    if (unprotected !== null) return err({ ...unprotected, kind: 'unprotected-place' });
    const lock = takeFileLock(join(folder, 'lock'));
    if (lock === null) return err({ kind: 'busy' });
    return ok({ tell: (code) => tell(join(folder, REFUSED_FILE), code), end: lock.release });
  } catch (error) {
    const failure = asDiskFailure(error, folder);
    if (failure === null) throw error;
    return err(failure);
  }
}

function tell(path: string, code: number | null): void {
  try {
    if (code === null) rmSync(path, { force: true });
    else writeFileSync(path, refusedText(code), { mode: 0o644 });
  } catch (error) {
    // Whoever ran the command hears it all the same.
    if (!isFileSystemError(error)) throw error;
  }
}
