import { z } from 'zod';
import type { Database } from '../database/open-database.ts';
import { APPLICATION_BYTES } from '../disk/space-needs.ts';

/**
 * Free pages that the file must have before an application begins: its record, and the record once more, for
 * SQLite writes a changed row beside the old one.
 */
const LEAST_APPLICATIONS = 2;
/** How many are made when there are fewer: a little is taken by others, and not each of them makes room anew. */
const MADE_APPLICATIONS = 3;

/**
 * Makes room inside the vault's file for one more application and its wipe, while the disk has some. Deleting a
 * record overwrites its pages, and all of them pass through the journal: on a disk that has filled up meanwhile
 * (by a log, say) neither could grow, and what is open could not be erased. File and journal never shrink, so
 * what was made once stays.
 * @throws SQLite's error where the disk does not take it.
 */
export function makeRoomForApplication(database: Database): void {
  // Left by an attempt that found no room for its journal.
  release(database);
  if (freeBytes(database) >= LEAST_APPLICATIONS * APPLICATION_BYTES) return;
  database.transaction(() => {
    const fill = database.prepare('INSERT INTO room (zeros) VALUES (zeroblob(?))');
    for (let made = 0; made < MADE_APPLICATIONS; made += 1) fill.run(APPLICATION_BYTES);
  })();
  release(database);
}

/** Row by row: the journal then grows to one application and not to all of them. */
function release(database: Database): void {
  const release = database.prepare('DELETE FROM room WHERE number = (SELECT max(number) FROM room)');
  while (release.run().changes > 0);
}

function freeBytes(database: Database): number {
  const pages = z.number().parse(database.pragma('freelist_count', { simple: true }));
  const bytes = z.number().parse(database.pragma('page_size', { simple: true }));
  return pages * bytes;
}
