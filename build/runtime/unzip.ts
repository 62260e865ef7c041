import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Entry, openPromise } from 'yauzl';
import { err, ok, type Result } from '../../shared/result.ts';

/** The upper half of a zip entry's attributes is a Unix mode, when a Unix made it. */
const modeOf = (entry: Entry): number => (entry.externalFileAttributes >>> 16) & 0o777;

/**
 * Unpacks what lies below `root` (a folder of the archive, ending in a slash) into `folder`, without the names in
 * `leftOut` and what is below them. By a library, because a bare Debian has no unzip.
 * It compares no check-sums: whoever calls has compared the digest of the package.
 */
export async function unzip(
  archive: string,
  folder: string,
  root: string,
  leftOut: readonly string[],
): Promise<Result<void, string>> {
  try {
    // The library refuses names that lead out of the folder (absolute, "..", backslashes).
    const zip = await openPromise(archive, { lazyEntries: true });
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileName.startsWith(root) ? entry.fileName.slice(root.length) : '';
      if (name === '' || name.endsWith('/')) continue;
      if (leftOut.some((out) => name === out || name.startsWith(`${out}/`))) continue;
      const place = path.join(folder, name);
      await mkdir(path.dirname(place), { recursive: true });
      await pipeline(
        await zip.openReadStreamPromise(entry),
        createWriteStream(place, { mode: modeOf(entry) || 0o644 }),
      );
    }
    return ok(undefined);
  } catch (error) {
    return err(`the archive cannot be unpacked (${error instanceof Error ? error.message : String(error)})`);
  }
}
