import { lutimesSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { isFileSystemError } from '../../lib/file-systems/file-system-error.ts';
import { KIOSK_FILES, RECORDS } from './kiosk-files.ts';

/** What is written where somebody's application ends. */
const WRITTEN_AT_ENDINGS = [
  ...[KIOSK_FILES.vault, KIOSK_FILES.ledger].flatMap((name) => [name, `${name}-journal`]),
  KIOSK_FILES.keys,
  ...Object.values(RECORDS),
];

/**
 * Gives the files that a kiosk writes for applicants, and its folder, one time: that of their last write would be the moment, to the millisecond, at which
 * somebody's application ended. The time of a file's last change of any kind cannot be set: the kernel has it, and it tells when the
 * keeper did this last, which it does at each ending and each half minute.
 *
 * By name and without opening: a second descriptor on a database would drop SQLite's locks. A link is not followed.
 * @throws the file system's error.
 */
export function setFileTimes(dataFolder: string, moment: number): void {
  const seconds = moment / 1_000;
  for (const name of WRITTEN_AT_ENDINGS) ifThere(() => lutimesSync(join(dataFolder, name), seconds, seconds));
  // Last: it has the time at which a file came or went. It may be reached by a link.
  ifThere(() => utimesSync(dataFolder, seconds, seconds));
}

function ifThere(set: () => void): void {
  try {
    set();
  } catch (error) {
    if (!isFileSystemError(error) || error.code !== 'ENOENT') throw error;
  }
}
