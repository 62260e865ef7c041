import { unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isFileSystemError } from '../../lib/file-systems/file-system-error.ts';
import { NOT_SET_UP_FILE } from '../../lib/provisioning/first-staff-file.ts';
import { syncFolder } from './waiting-file.ts';

/** An empty file by which whoever provisions this computer knows that nobody has set the kiosk up. */
export interface SetUpMark {
  /** @throws what the disk says where the mark of a kiosk that is set up can't be taken away: root would set it up once more. */
  show(isSetUp: boolean): void;
}

/** That of a data folder. Without it a kiosk counts as set up, so a disk that takes no mark does no harm. */
export function createSetUpMark(dataFolder: string): SetUpMark {
  const path = join(dataFolder, NOT_SET_UP_FILE);
  return {
    show(isSetUp) {
      if (isSetUp) remove(path, dataFolder);
      else make(path);
    },
  };
}

function make(path: string): void {
  try {
    writeFileSync(path, '', { mode: 0o600 });
  } catch (error) {
    if (!isFileSystemError(error)) throw error;
  }
}

function remove(path: string, dataFolder: string): void {
  try {
    unlinkSync(path);
    // Gone for good before anything is set up: after a power cut it would else be back beside a kiosk that is.
    syncFolder(dataFolder);
  } catch (error) {
    // Nothing to remove, most often.
    if (!isFileSystemError(error) || error.code !== 'ENOENT') throw error;
  }
}
