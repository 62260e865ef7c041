import { type Dirent, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isFileSystemError } from '../../lib/file-systems/file-system-error.ts';
import type { SpoolPlaces } from '../../lib/print-server/spool-places.ts';

/** A job as the CUPS server knows it. */
export interface SpooledJob {
  /** Attribute `job-id`. */
  readonly number: number;
  /** Attribute `job-name`: random, and never empty. */
  readonly name: string;
}

/** What was found of a job, and what this process was not allowed to look into. Absolute paths, in order. */
export interface JobTraces {
  readonly files: readonly string[];
  readonly unreadable: readonly string[];
}

/** What cupsd remembers of jobs, and its old and new copies. */
const JOB_CACHE = /^job\.cache(?:\.[ON])?$/;

/**
 * Looks for what is left of a job: its control file (`c00021`), its documents (`d00021-001`), and any file
 * with the job's name in its own name or content.
 *
 * cupsd's job.cache is passed over. It lies in memory, and after a purge it may still have the job's number,
 * random name and constant user; none of them names a person. What names one is the document and whatever a
 * filter made of it. A filter that was killed, and an upload that was cut off, may leave files without name or
 * number: those this look does not find. cupsd empties a TempDir below its spool when it starts, and a restart of
 * the machine the rest.
 */
export function findJobTraces(places: SpoolPlaces, job: SpooledJob): JobTraces {
  const files = new Set<string>();
  const unreadable = new Set<string>();
  for (const place of [places.spool, places.temp, places.cache]) {
    const entries = attempt(() => readdirSync(place, { withFileTypes: true }));
    // A place that is not there is not the server's: nothing was looked at.
    if (entries === 'forbidden' || entries === 'gone') unreadable.add(place);
    else walk(place, entries);
  }
  return { files: [...files].sort(), unreadable: [...unreadable].sort() };

  function walk(folder: string, entries: readonly Dirent[]): void {
    for (const entry of entries) {
      const path = join(folder, entry.name);
      if (JOB_CACHE.test(entry.name)) continue;
      if (isNamedAfter(entry.name, job)) files.add(path);
      else if (entry.isDirectory()) step(path);
      else if (entry.isFile()) read(path);
    }
  }

  function step(folder: string): void {
    const entries = attempt(() => readdirSync(folder, { withFileTypes: true }));
    if (entries === 'forbidden') unreadable.add(folder);
    else if (entries !== 'gone') walk(folder, entries);
  }

  function read(path: string): void {
    const content = attempt(() => readFileSync(path));
    if (content === 'forbidden') unreadable.add(path);
    else if (content !== 'gone' && content.includes(job.name)) files.add(path);
  }
}

/** cupsd fills numbers up to five digits with zeros; `.N` and `.O` behind them are copies being exchanged. */
function isNamedAfter(fileName: string, { number, name }: SpooledJob): boolean {
  const digits = /^[cd](\d{5,})(?:-\d+)?(?:\.[NO])?$/.exec(fileName)?.[1];
  return (digits !== undefined && Number(digits) === number) || fileName.includes(name);
}

/** A file may go while its neighbours are being read; whatever else stops us was not looked at. */
function attempt<Value>(read: () => Value): Value | 'gone' | 'forbidden' {
  try {
    return read();
  } catch (error) {
    if (!isFileSystemError(error)) throw error;
    return error.code === 'ENOENT' ? 'gone' : 'forbidden';
  }
}
