import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import type { Refusal, SaveFault } from '../../../shared/contract/refusals.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { isFileSystemError } from '../../lib/file-systems/file-system-error.ts';
import { driveAt } from './drive-at.ts';
import { saveFaultOf } from './onto-drive.ts';
import { writeWholeFile } from './write-whole-file.ts';

/** Why a drive has no new file: it is not there, or it took none. */
type SaveRefusal = Extract<Refusal, { readonly kind: 'no-export-folder' | 'file-not-saved' }>;

/**
 * Writes a file for people to take away into the folder for exports, whole or not at all. `folder`: null where none is set.
 * @throws what `parts` throws; of the drive, nothing.
 */
export function saveExport(
  folder: string | null,
  file: string,
  parts: Iterable<string>,
): Result<{ readonly file: string }, SaveRefusal> {
  const drive = driveAt(folder);
  if (drive === null) return err({ kind: 'no-export-folder' });
  const written = writeWholeFile(join(drive, file), parts);
  return written.ok ? ok({ file }) : err(refusalFor(written.error));
}

/** Why a drive would take no file now, as far as that is known before anything is written. Null: it may take one. */
export function refusalOfDrive(folder: string | null): SaveRefusal | null {
  const drive = driveAt(folder);
  if (drive === null) return { kind: 'no-export-folder' };
  try {
    accessSync(drive, constants.W_OK);
    return null;
  } catch (error) {
    if (!isFileSystemError(error)) throw error;
    return refusalFor(saveFaultOf(error.code));
  }
}

function refusalFor(fault: SaveFault | 'missing'): SaveRefusal {
  return fault === 'missing' ? { kind: 'no-export-folder' } : { kind: 'file-not-saved', why: fault };
}
