import { lstatSync, lutimesSync, type Stats, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { isFileSystemError } from '../../lib/file-systems/file-system-error.ts';
import { KIOSK_FILES, RECORDS } from './kiosk-files.ts';

/** What is written where somebody's application ends. */
const WRITTEN_AT_ENDINGS = [
  ...[KIOSK_FILES.vault, KIOSK_FILES.ledger].flatMap((name) => [name, `${name}-journal`]),
  KIOSK_FILES.keys,
  ...Object.values(RECORDS),
];

/** All of them, or those that were written since. */
export type WhichFiles = 'all' | 'written';

/**
 * Gives the files that a kiosk writes for applicants, and its folder, one time: that of their last write would be the moment, to the millisecond, at which
 * somebody's application ended. The time of a file's last change of any kind cannot be set: the kernel has it, and it tells when the
 * keeper did this last. So it is done at each ending, and again whenever kiosk time is written down, until the hour is over.
 * `written`: only to files that have another time now, so that a kiosk that nobody uses leaves its disk alone.
 *
 * By name and without opening: a second descriptor on a database would drop SQLite's locks. A link is not followed.
 * @throws the file system's error.
 */
export function setFileTimes(dataFolder: string, moment: number, which: WhichFiles): void {
  const seconds = moment / 1_000;
  const isToBeSet = ({ mtimeMs }: Stats): boolean => which === 'all' || mtimeMs !== moment;
  for (const name of WRITTEN_AT_ENDINGS) {
    const path = join(dataFolder, name);
    ifThere(() => {
      if (isToBeSet(lstatSync(path))) lutimesSync(path, seconds, seconds);
    });
  }
  // Last: it has the time at which a file came or went. It may be reached by a link.
  ifThere(() => {
    if (isToBeSet(statSync(dataFolder))) utimesSync(dataFolder, seconds, seconds);
  });
}

function ifThere(set: () => void): void {
  try {
    set();
  } catch (error) {
    if (!isFileSystemError(error) || error.code !== 'ENOENT') throw error;
  }
}
