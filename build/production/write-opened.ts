import { lstatSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { WriteBytes } from '../../electron/keeper/disk/onto-drive.ts';
import { isFileSystemError } from '../../electron/lib/file-systems/file-system-error.ts';
import type { ProducedRecord } from '../../shared/production/record.ts';
import { type Outcome, refused } from '../outcome.ts';
import { writeNew } from './write-new.ts';

/** A record as it was opened, and as it was sealed. */
export interface OpenedRecord {
  readonly record: ProducedRecord;
  /** The bytes that were sealed: they are written as they are. */
  readonly text: Uint8Array;
}

/**
 * Writes a record into a new folder that only this account can read. It is written beside it and gets its name when it
 * is whole; where that fails nothing of the person stays. Null: it is there.
 */
export function writeOpened(
  { record, text }: OpenedRecord,
  folder: string,
  writeBytes: WriteBytes,
): Outcome | null {
  // Without a slash at its end, after which a name beside it would be one in it.
  const path = resolve(folder);
  let unfinished: string | null = null;
  try {
    // A rename goes over a folder in which nothing is.
    if (lstatSync(path, { throwIfNoEntry: false }) !== undefined)
      return refused(`${folder} is there already. Name a new folder.`);
    unfinished = mkdtempSync(`${path}.unfinished-`);
    writeNew(join(unfinished, 'record.json'), text, 0o600, writeBytes);
    if (record.photo !== null)
      writeNew(join(unfinished, 'photo.jpg'), Buffer.from(record.photo, 'base64'), 0o600, writeBytes);
    renameSync(unfinished, path);
    unfinished = null;
    return null;
  } catch (error) {
    if (!isFileSystemError(error)) throw error;
    return refused(`${folder} cannot be written (${error.code}). Nothing was.`);
  } finally {
    if (unfinished !== null) rmSync(unfinished, { recursive: true, force: true });
  }
}
