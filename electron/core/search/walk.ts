import { lstatSync, readdirSync, readlinkSync, realpathSync, type Stats } from 'node:fs';
import { sep } from 'node:path';

export interface FoundEntry {
  /** The path as the system's own bytes: a name that is no valid UTF-8 can be opened by these only. */
  readonly path: Buffer;
  readonly kind: 'file' | 'other';
  /** The later of the times of the last write and of the last change of name or owner, epoch milliseconds. */
  readonly changedAt: number;
  /** Where the entry's own name starts within `path`, in bytes. */
  readonly nameAt: number;
  /** What a symbolic link says it points to. Links are never followed. */
  readonly linkText?: Buffer;
}

export interface Unreadable {
  readonly path: string;
  /** The system's error code, such as EACCES. */
  readonly reason: string;
}

/**
 * Yields everything below the given folders, each entry once even if the folders overlap, and collects what
 * could not be looked at. A given folder that is itself a link is followed; links below it are not.
 *
 * What vanishes during the walk is no failure. A root that is missing from the start is one: a misspelt
 * folder must not pass for a clean one. A file moved during the walk from a folder not yet read into one
 * already read is missed; whoever needs certainty stops the writers first.
 *
 * Each look waits for the system: a turn of the event loop for each of them took longer than all that they look at. Whoever
 * walks far lets others have their turn between two entries.
 */
export function* walk(roots: readonly string[], unreadable: Unreadable[]): Generator<FoundEntry> {
  const resolved = new Set<string>();
  for (const root of roots) {
    try {
      resolved.add(realpathSync.native(root));
    } catch (error) {
      unreadable.push({ path: root, reason: codeOf(error) });
    }
  }
  const outermost = [...resolved].filter((root) => ![...resolved].some((other) => isInside(root, other)));
  for (const root of outermost) yield* walkOne(Buffer.from(root), 0, unreadable);
}

function isInside(path: string, folder: string): boolean {
  return path !== folder && path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

function* walkOne(path: Buffer, nameAt: number, unreadable: Unreadable[]): Generator<FoundEntry> {
  const stats = attempt(path, unreadable, () => lstatSync(path));
  if (!stats) return;
  const linkText = stats.isSymbolicLink()
    ? attempt(path, unreadable, () => readlinkSync(path, { encoding: 'buffer' }))
    : undefined;
  const kind = stats.isFile() ? 'file' : 'other';
  yield { path, kind, changedAt: changedAt(stats), nameAt, ...(linkText && { linkText }) };
  if (!stats.isDirectory()) return;
  const names = attempt(path, unreadable, () => readdirSync(path, { encoding: 'buffer' }));
  const prefix = Buffer.concat([path, Buffer.from(sep)]);
  for (const name of names ?? []) yield* walkOne(Buffer.concat([prefix, name]), prefix.length, unreadable);
}

/** A write time can be set back by any program (`cp -p` does); the change time cannot. */
function changedAt(stats: Stats): number {
  return Math.max(stats.mtimeMs, stats.ctimeMs);
}

function attempt<Value>(path: Buffer, unreadable: Unreadable[], read: () => Value): Value | undefined {
  try {
    return read();
  } catch (error) {
    noteUnreadable(path, error, unreadable);
    return undefined;
  }
}

/** After a look at a path that failed: a refusal is collected, a path that has vanished is silently nothing. */
export function noteUnreadable(path: Buffer, error: unknown, unreadable: Unreadable[]): void {
  const reason = codeOf(error);
  if (!VANISHED.has(reason)) unreadable.push({ path: path.toString(), reason });
}

/** ENOTDIR, ELOOP: what was a folder or a file a moment ago has been replaced by something else. */
const VANISHED: ReadonlySet<string> = new Set(['ENOENT', 'ESTALE', 'ENOTDIR', 'ELOOP']);

function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  // Not the system's word: a bug must not be counted as an unreadable file.
  throw error;
}
