import { chmodSync, closeSync, fsyncSync, lstatSync, openSync } from 'node:fs';
import { dirname, isAbsolute } from 'node:path';
import Sqlite, { type Database } from 'better-sqlite3';
import { z } from 'zod';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { DatabaseSchema } from './database-schema.ts';
import { examineFile } from './examine-file.ts';
import { matchesSchema, type SpacesCounted } from './matches-schema.ts';
import { carryOut, type PlannedMigration, planMigration } from './migration.ts';
import { expectedFailure, type OpenFailure } from './open-failure.ts';
import { rememberOpen } from './open-here.ts';
import { applySettings } from './settings.ts';

export type { Database } from 'better-sqlite3';
export type { OpenFailure } from './open-failure.ts';

/** Only the keeper's own account reads or writes a database. */
const ownerOnly = 0o600;

/** A database whose file is open, and is brought to this version only when it is asked to be. */
export interface PreparedDatabase {
  readonly path: string;
  readonly database: Database;
  /** Null: it is of this version. */
  readonly migration: PlannedMigration | null;
}

/**
 * Opens a database, or creates it; the only way in, because every pragma that the wipe relies on belongs to
 * the connection. The file stays locked against every other opener until `close()` or the process ends.
 * A `-journal` left by a crash is rolled back. A refused file is left byte for byte as it was, and nothing
 * appears beside it; so is an older one until `finishDatabase`. Blocks for a few disk writes, never for a lock.
 *
 * Read with `all()` or `get()`: an open `iterate()` makes every write fail as busy. And never read the file by
 * other means in this process: that silently drops its lock (`open-here.ts`).
 * @throws on a path that is not absolute, a schema with an error, a pragma that did not take.
 */
export function prepareDatabase({
  path,
  schema,
}: {
  readonly path: string;
  readonly schema: DatabaseSchema;
}): Result<PreparedDatabase, OpenFailure> {
  checkArguments(path, schema);
  let database: Database | undefined;
  try {
    const examined = examineFile(path, schema);
    if (!examined.ok) return examined;
    if (examined.value === 'missing') closeSync(openSync(path, 'wx', ownerOnly));
    // Whoever made the empty file may have made it readable for others.
    if (examined.value === 'empty') chmodSync(path, ownerOnly);
    // No waiting (0): whoever holds the lock holds it for the day.
    database = new Sqlite(path, { fileMustExist: true, timeout: 0 });
    const checked = checkOrCreate(database, schema);
    if (!checked.ok) {
      database.close();
      return checked;
    }
    rememberOpen(lstatSync(path, { bigint: true }), database);
    if (checked.value === null) syncFolder(dirname(path));
    return ok({ path, database, migration: checked.value });
  } catch (error) {
    database?.close();
    return expectedFailure(error);
  }
}

/** What it will hold, to be read only: of an older file a copy in memory that is of this version, else the file itself. */
export function aheadIn({ database, migration }: PreparedDatabase): Database {
  return migration?.ahead ?? database;
}

/**
 * Carries an older file over, in place. Where the disk refuses, it is closed, and whole: in the version that it was, or, if only
 * what came after the transaction was refused, in this one, and the next start erases the journal.
 */
export function finishDatabase({
  path,
  database,
  migration,
}: PreparedDatabase): Result<Database, OpenFailure> {
  if (migration === null) return ok(database);
  try {
    carryOut(database, migration);
    syncFolder(dirname(path));
    return ok(database);
  } catch (error) {
    database.close();
    return expectedFailure(error);
  }
}

/** Closes it. An older file is as it was. */
export function abandonDatabase({ database, migration }: PreparedDatabase): void {
  migration?.ahead.close();
  database.close();
}

/** @throws on arguments that are a bug. */
export function checkArguments(path: string, schema: DatabaseSchema): void {
  // better-sqlite3 trims the path: it would open another file than the one that was examined.
  if (!isAbsolute(path) || path !== path.trim()) throw new Error('a database path is absolute and trimmed');
  if (!Number.isInteger(schema.version) || schema.version < 1)
    throw new Error('schema versions count from 1');
  if (!Number.isInteger(schema.applicationId) || schema.applicationId === 0) {
    // 0 is what every file has that nobody marked.
    throw new Error('an application id is a whole number other than 0');
  }
}

/** Checks or creates the contents. Until the last check has passed nothing is written. Of an older version: how it goes on. */
function checkOrCreate(
  database: Database,
  schema: DatabaseSchema,
): Result<PlannedMigration | null, OpenFailure> {
  applySettings(database);
  // Also 0 when a crash at creation has just been rolled back.
  const isNew = database.pragma('page_count', { simple: true }) === 0;
  const version = versionOf(database);
  // Asked of the database, not of the file: a migration that a crash cut short has just been rolled back, and its half
  // written header said that it was done.
  if (!isNew && version !== schema.version) {
    // Takes the lasting lock, and writes nothing. Reading alone has a lock that others may have as well: two openers would both
    // plan, and neither could carry it over.
    database.transaction(() => undefined).exclusive();
    return planMigration(database, schema, version);
  }
  if (!isNew) {
    const failure = failureOfContents(database, schema, 'integrity_check');
    if (failure !== undefined) return err(failure);
  }
  const settleIn = database.transaction(() => {
    if (isNew) {
      database.exec(schema.sql);
      database.pragma(`application_id=${schema.applicationId}`);
    }
    // Written every time: the write takes the lasting lock and proves that the disk takes writes. SQLite opens
    // a read-only file without complaint, and lets BEGIN EXCLUSIVE pass on it.
    database.pragma(`user_version=${schema.version}`);
  });
  settleIn.exclusive();
  return ok(null);
}

function versionOf(database: Database): number {
  return z.number().parse(database.pragma('user_version', { simple: true }));
}

/**
 * Whether the database is what the schema declares, and whole. Only reads. `quick_check` counts the rows of an index and does not look at
 * them: one that was written by hand passes. So it is for whoever reads no index. `spaces`: each counts for a keeper, whose next program
 * looks for the same declaration to the byte.
 */
export function failureOfContents(
  database: Database,
  schema: DatabaseSchema,
  check: 'quick_check' | 'integrity_check',
  spaces: SpacesCounted = 'each',
): OpenFailure | undefined {
  // Texts of a declaration become other bytes in another encoding, and what is read in one piece of rows as well.
  const isUtf8 = database.pragma('encoding', { simple: true }) === 'UTF-8';
  if (!isUtf8 || !matchesSchema(database, schema.sql, spaces))
    return { kind: 'corrupt', reason: 'schema-differs' };
  if (database.pragma(`${check}(1)`, { simple: true }) !== 'ok') {
    return { kind: 'corrupt', reason: 'malformed' };
  }
  return undefined;
}

/** Makes the new names durable: a file whose folder was not synced may be gone after a power cut. */
function syncFolder(folder: string): void {
  // Windows cannot sync a folder; builds for it do not go live.
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
