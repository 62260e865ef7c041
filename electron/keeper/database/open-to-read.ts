import { lstatSync } from 'node:fs';
import Sqlite, { type Database } from 'better-sqlite3';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { DatabaseSchema } from './database-schema.ts';
import { examineFile } from './examine-file.ts';
import { checkArguments, failureOfContents } from './open-database.ts';
import { expectedFailure, type OpenFailure } from './open-failure.ts';
import { rememberOpen } from './open-here.ts';

/**
 * Pragmas of a connection that only reads. `query_only` beside SQLite's own read-only mode, because not even a
 * temporary table is wanted; the others as in settings.ts.
 */
const pragmas = [
  'query_only=ON',
  'temp_store=MEMORY',
  'trusted_schema=OFF',
  'cell_size_check=ON',
  'mmap_size=0',
];

/**
 * Opens a database that is there, and changes neither the file nor anything beside it. Until `close()` nobody
 * can write it, so that everything is read of one and the same state. Refused as `prepareDatabase` refuses, and
 * also: a file that is missing (`unwritable`, ENOENT), an empty one (`corrupt`, truncated), and one whose
 * journal would have to be played back first (`unwritable`, SQLITE_READONLY_ROLLBACK).
 * @throws on a path that is not absolute, a schema with an error.
 */
export function openDatabaseToRead({
  path,
  schema,
}: {
  readonly path: string;
  readonly schema: DatabaseSchema;
}): Result<Database, OpenFailure> {
  checkArguments(path, schema);
  let database: Database | undefined;
  try {
    const examined = examineFile(path, schema);
    if (!examined.ok) return examined;
    if (examined.value === 'missing') return err({ kind: 'unwritable', code: 'ENOENT' });
    if (examined.value === 'empty') return err({ kind: 'corrupt', reason: 'truncated' });
    database = new Sqlite(path, { readonly: true, fileMustExist: true, timeout: 0 });
    for (const pragma of pragmas) database.pragma(pragma);
    // The first read in it takes a shared lock, which stays.
    database.exec('BEGIN');
    const failure = failureOfContents(database, schema, 'quick_check', 'as-one');
    if (failure !== undefined) {
      database.close();
      return err(failure);
    }
    rememberOpen(lstatSync(path, { bigint: true }), database);
    return ok(database);
  } catch (error) {
    database?.close();
    return expectedFailure(error);
  }
}
