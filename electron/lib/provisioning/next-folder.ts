import { lstatSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What is next, beside the settings that are in force. On one file system with them, so that each file changes in one step. */
export const NEXT_FOLDER = 'provisioning.next';

/** In that folder. All of it is on the disk then, and is put in place, whatever happens. */
export const READY_FILE = 'ready';

/** The mark of a provisioning that is being put in place beside these settings; null: none is. */
export function unfinishedProvisioning(settingsPath: string): string | null {
  const mark = join(dirname(settingsPath), NEXT_FOLDER, READY_FILE);
  return lstatSync(mark, { throwIfNoEntry: false }) === undefined ? null : mark;
}
