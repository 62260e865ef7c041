import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { MadeFile, WayOfMaking } from '../vite/lingui-macros.ts';
import { repository } from '../vite/repository.ts';

const madeFile = z.object({ code: z.string(), map: z.string().nullable() });

function read(path: string): MadeFile | null {
  try {
    const parsed = madeFile.safeParse(JSON.parse(readFileSync(path, 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    // Not there, or left half written: it is made anew.
    return null;
  }
}

/**
 * Keeps what was made of a file in `folder`, until the file or a package changes: Babel takes more than half of the
 * time of a start (measured).
 */
export function keptFiles(folder: string): WayOfMaking {
  const packages = readFileSync(new URL('package-lock.json', repository));
  mkdirSync(folder, { recursive: true });
  return async (source, filename, make) => {
    const key = createHash('sha256').update(packages).update(filename).update('\0').update(source);
    const path = join(folder, `${key.digest('hex')}.json`);
    const before = read(path);
    if (before !== null) return before;
    const made = await make();
    writeFileSync(path, JSON.stringify(made));
    return made;
  };
}
