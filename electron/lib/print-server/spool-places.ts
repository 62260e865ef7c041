import type { SpoolRefusal } from '../../../shared/printing/spool-refusal.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { fileSystemOf, isMemory } from './memory-place.ts';
import type { ServerSettings } from './server-settings.ts';

/** Absolute paths of the folders in which a CUPS server leaves something of a job. */
export interface SpoolPlaces {
  /** Documents and control files of jobs (RequestRoot). */
  readonly spool: string;
  /** What filters write while they work (TempDir). */
  readonly temp: string;
  /** What cupsd remembers of jobs (CacheDir). */
  readonly cache: string;
}

/** The defaults of CUPS on Linux (cups-files.conf(5)). */
const DEFAULT_SPOOL = '/var/spool/cups';
const DEFAULT_CACHE = '/var/cache/cups';

/** What the settings name. Without a TempDir line cupsd takes TMPDIR of its own environment, if it has one. */
type NamedPlaces = Omit<SpoolPlaces, 'temp'> & { readonly temp: string | null };

/** The folders that the settings name, if they are all in memory; else a refusal for each that is not. */
export function placesInMemory(settings: ServerSettings): Result<SpoolPlaces, readonly SpoolRefusal[]> {
  const { spool, temp, cache } = namedIn(settings);
  const refusals = [...onDisk('spool', spool), ...onDisk('cache', cache)];
  if (temp === null) return err([{ kind: 'temp-not-named' }, ...refusals]);
  refusals.push(...onDisk('temp', temp));
  return refusals.length === 0 ? ok({ spool, temp, cache }) : err(refusals);
}

function namedIn({ files, folder }: ServerSettings): NamedPlaces {
  let root = folder;
  let temp: string | null = null;
  let [spool, cache] = [DEFAULT_SPOOL, DEFAULT_CACHE];
  for (const { name, value } of files) {
    if (value === null) continue;
    // cupsd completes these two where they stand, the others after the last line.
    if (name === 'serverroot') root = under(root, value);
    else if (name === 'tempdir') temp = under(root, value);
    else if (name === 'requestroot') spool = value;
    else if (name === 'cachedir') cache = value;
  }
  return { spool: under(root, spool), temp, cache: under(root, cache) };
}

function onDisk(place: keyof SpoolPlaces, path: string): readonly SpoolRefusal[] {
  const fileSystem = fileSystemOf(path);
  return isMemory(fileSystem) ? [] : [{ kind: 'not-in-memory', place, path, fileSystem }];
}

/** Not `join`: two dots behind a link lead elsewhere than the text says. */
function under(root: string, path: string): string {
  return path.startsWith('/') ? path : `${root}/${path}`;
}
