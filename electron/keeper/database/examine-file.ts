import { closeSync, lstatSync, openSync, readSync } from 'node:fs';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { DatabaseSchema } from './database-schema.ts';
import type { OpenFailure } from './open-failure.ts';
import { isOpenHere } from './open-here.ts';

/** The first bytes of every SQLite file, and where in the 100-byte header the facts lie that we check. */
const magic = Buffer.from('SQLite format 3\0', 'latin1');
const headerLength = 100;
const writeVersionOffset = 18;
const readVersionOffset = 19;
const userVersionOffset = 60;
const applicationIdOffset = 68;

/** The format version of every mode but the write-ahead log. */
const rollbackJournal = 1;

/** A journal no longer than this holds a header (one sector) and no page. One page of 4096 bytes is longer. */
export const longestBareJournal = 4096;

/** `missing` and `empty` files may be given the schema; `ours` may be handed to SQLite, and `older` be migrated. */
export type FileState = 'missing' | 'empty' | 'ours' | 'older';

/** What is expected of a file of ours. */
type Expected = Pick<DatabaseSchema, 'applicationId' | 'version' | 'migrations'>;

/**
 * Looks at a file without SQLite, because SQLite would already change it: opening rolls back whatever
 * `-journal` lies beside it (over a text file too), and deletes the journal of a missing or empty database.
 *
 * An empty file counts as ours: it is what a crash at creation leaves (the header comes with the schema, in
 * one transaction), and nothing can be lost from it.
 * @throws the file system's errors.
 */
export function examineFile(path: string, expected: Expected): Result<FileState, OpenFailure> {
  if (lstatSync(`${path}-wal`, { throwIfNoEntry: false }) !== undefined) {
    return err({ kind: 'foreign', reason: 'write-ahead-log' });
  }
  const file = lstatSync(path, { throwIfNoEntry: false, bigint: true });
  if (file !== undefined) {
    // Neither a link (its journal would lie elsewhere, where nobody searches) nor a pipe (opening it waits).
    if (!file.isFile()) return err({ kind: 'foreign', reason: 'not-a-file' });
    if (isOpenHere(file)) return err({ kind: 'locked' });
    if (file.size > 0n) return examineHeader(readHeader(path), expected);
  }
  const journal = lstatSync(`${path}-journal`, { throwIfNoEntry: false });
  if (journal !== undefined && journal.size > longestBareJournal) {
    // Pages of a database that is gone. SQLite would delete them unasked.
    return err({ kind: 'corrupt', reason: 'journal-without-database' });
  }
  return ok(file === undefined ? 'missing' : 'empty');
}

function readHeader(path: string): Buffer {
  const header = Buffer.alloc(headerLength);
  const descriptor = openSync(path, 'r');
  try {
    return header.subarray(0, readSync(descriptor, header, 0, headerLength, 0));
  } finally {
    closeSync(descriptor);
  }
}

function examineHeader(header: Buffer, expected: Expected): Result<FileState, OpenFailure> {
  const start = Math.min(header.length, magic.length);
  if (!header.subarray(0, start).equals(magic.subarray(0, start))) {
    return err({ kind: 'foreign', reason: 'not-sqlite' });
  }
  if (header.length < headerLength) return err({ kind: 'corrupt', reason: 'truncated' });
  if (header.readInt32BE(applicationIdOffset) !== expected.applicationId) {
    return err({ kind: 'foreign', reason: 'other-application' });
  }
  if (header[writeVersionOffset] !== rollbackJournal || header[readVersionOffset] !== rollbackJournal) {
    return err({ kind: 'foreign', reason: 'write-ahead-log' });
  }
  const found = header.readInt32BE(userVersionOffset);
  if (found > expected.version) return err({ kind: 'newer', found, expected: expected.version });
  if (found === expected.version) return ok('ours');
  return expected.migrations.some(({ from }) => from === found)
    ? ok('older')
    : err({ kind: 'older', found, expected: expected.version });
}
