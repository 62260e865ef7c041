import { readFileSync, realpathSync, statfsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isFileSystemError } from '../file-systems/file-system-error.ts';
import { mountOver, parseMountInfo } from '../file-systems/mount-info.ts';

/** statfs(2): file systems whose files are pages in memory and nothing else. */
const inMemory: ReadonlyMap<number, string> = new Map([
  [0x01021994, 'tmpfs'],
  [0x858458f6, 'ramfs'],
]);

/** Whether what is written there reaches no disk (swap aside). */
export function isMemory(fileSystem: string): boolean {
  return [...inMemory.values()].includes(fileSystem);
}

/**
 * The file system that a folder lies on: `tmpfs`, `ext4`…, or `unknown` if it is not there or nobody here can
 * tell.
 *
 * The kernel is asked. Where a folder above may not be searched (Debian's spool is 0710, and the kiosk is an
 * ordinary user) the table of mounts answers for the deepest folder that can be seen. A link further down
 * would escape that; cupsd makes its folders itself and puts none there.
 */
export function fileSystemOf(path: string): string {
  const seen = attempt(() => statfsSync(path).type);
  if (seen.code === null) return inMemory.get(seen.value) ?? inTable(path);
  return seen.code === 'EACCES' ? inTable(path) : 'unknown';
}

function inTable(path: string): string {
  const resolved = resolveAsFarAsSeen(path);
  const table = attempt(() => readFileSync('/proc/self/mountinfo', 'utf8'));
  if (resolved === null || table.code !== null) return 'unknown';
  return mountOver(parseMountInfo(table.value), resolved)?.fileSystem ?? 'unknown';
}

/** The path without links as far down as this process may look, or null. */
function resolveAsFarAsSeen(path: string): string | null {
  // The native one: Node's own takes out two dots before it looks at links.
  const real = attempt(() => realpathSync.native(path));
  if (real.code === null) return real.value;
  const [folder, name] = [dirname(path), basename(path)];
  // Two dots behind a link lead elsewhere than the text says.
  if (real.code !== 'EACCES' || folder === path || name === '..') return null;
  const above = resolveAsFarAsSeen(folder);
  return above === null ? null : join(above, name);
}

type Attempt<Value> = { readonly code: null; readonly value: Value } | { readonly code: string };

function attempt<Value>(read: () => Value): Attempt<Value> {
  try {
    return { code: null, value: read() };
  } catch (error) {
    if (isFileSystemError(error)) return { code: error.code };
    throw error;
  }
}
