import { valueIn } from '../../../shared/doctor/reading.ts';
import { namesIn, readText } from './files.ts';

/**
 * What the programs that run are called (/proc/PID/comm, 15 characters at most); null: none can be seen. Other accounts' are
 * left out where /proc is mounted so.
 */
export function runningPrograms(): readonly string[] | null {
  const ids = (namesIn('/proc') ?? []).filter((name) => /^\d+$/.test(name));
  // One may end while the others are read.
  const names = ids.flatMap((id) => valueIn(readText(`/proc/${id}/comm`)) ?? []);
  return names.length === 0 ? null : names;
}
