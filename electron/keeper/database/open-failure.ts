import Sqlite from 'better-sqlite3';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import { err, ok, type Result } from '../../../shared/result.ts';

/**
 * Why a database was not opened. Nothing of the file was changed, and none of these holds an error's text:
 * SQLite's messages may quote what they choked on.
 *
 * - `foreign`: the file is not ours. `write-ahead-log`: it is in (or beside) a mode that we never use.
 * - `corrupt`: the file is ours and damaged, or what is left of it is.
 * - `newer`, `older`: written under another version of the schema, from which no way leads here.
 * - `locked`: somebody has it open, another process or this one.
 * - `unwritable`: the disk, the folder or the file does not take writes; `code` is errno's or SQLite's name.
 */
export type OpenFailure =
  | {
      readonly kind: 'foreign';
      readonly reason: 'not-a-file' | 'not-sqlite' | 'other-application' | 'write-ahead-log';
    }
  | {
      readonly kind: 'corrupt';
      readonly reason:
        | 'truncated'
        | 'malformed'
        | 'schema-differs'
        | 'journal-without-database'
        | 'does-not-migrate';
    }
  | { readonly kind: 'newer' | 'older'; readonly found: number; readonly expected: number }
  | { readonly kind: 'locked' }
  | { readonly kind: 'unwritable'; readonly code: string };

/** Sorts what SQLite or the file system threw. `undefined`: not an expected failure, so a bug. */
export function asOpenFailure(error: unknown): OpenFailure | undefined {
  if (error instanceof Sqlite.SqliteError) return fromSqlite(error.code);
  // Only the file system's errors name a system call; any other error is a bug of ours.
  if (error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string') {
    return { kind: 'unwritable', code: error.code };
  }
  return undefined;
}

/** The failure in an error. @throws the error, where it is none of these. */
export function expectedFailure(error: unknown): Result<never, OpenFailure> {
  const failure = asOpenFailure(error);
  if (failure === undefined) throw error;
  return err(failure);
}

/** Writes to a database that is open. @throws what is no expected failure. */
export function written<Value>(write: () => Value): Result<Value, OpenFailure> {
  try {
    return ok(write());
  } catch (error) {
    return expectedFailure(error);
  }
}

/**
 * What a call answers when a disk did not take its writes, or gave back something else than was written (a disk that
 * goes looks like a damaged file): nothing was changed. Null: something else is wrong.
 */
export function asDiskRefusal(error: unknown): Refusal | null {
  switch (asOpenFailure(error)?.kind) {
    case 'unwritable':
      return { kind: 'not-written' };
    case 'corrupt':
      return { kind: 'not-read' };
    default:
      return null;
  }
}

function fromSqlite(code: string): OpenFailure | undefined {
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return { kind: 'locked' };
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return { kind: 'corrupt', reason: 'malformed' };
  if (/^SQLITE_(READONLY|CANTOPEN|PERM|IOERR|FULL)/.test(code)) return { kind: 'unwritable', code };
  return undefined;
}
