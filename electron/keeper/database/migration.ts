import { createHash } from 'node:crypto';
import Sqlite, { type Database } from 'better-sqlite3';
import { z } from 'zod';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { DatabaseSchema, Migration, Row, SqlValue, Tables } from './database-schema.ts';
import { journalEraser } from './erase-journal.ts';
import { declarationsOf, matchesSchema } from './matches-schema.ts';
import type { OpenFailure } from './open-failure.ts';
import { BYTES_A_PAGE } from './settings.ts';

/** The digest of everything that a database declares. */
export function digestOfDeclarations(database: Database): string {
  return createHash('sha256').update(declarationsOf(database)).digest('hex');
}

const tablesNamed = z.array(z.object({ name: z.string(), wr: z.number() }));
const rows = z.array(z.record(z.string(), z.custom<SqlValue>()));

/** A migration that was gone to its end on a copy. The file is as it was. */
export interface PlannedMigration {
  readonly schema: DatabaseSchema;
  readonly chain: readonly Migration[];
  /** The database as it will be, in memory. Takes no writes. */
  readonly ahead: Database;
}

/**
 * Goes the way of an open database of an older version to this one on a copy in memory, to its end, so that a file which cannot
 * be carried over stays byte for byte as it is, and so that others can look first at what comes of it.
 */
export function planMigration(
  database: Database,
  schema: DatabaseSchema,
  found: number,
): Result<PlannedMigration, OpenFailure> {
  const chain = schema.migrations.filter(({ from }) => from >= found);
  if (chain[0]?.from !== found) return err({ kind: 'older', found, expected: schema.version });
  if (digestOfDeclarations(database) !== chain[0].declared)
    return err({ kind: 'corrupt', reason: 'schema-differs' });
  if (database.pragma('quick_check(1)', { simple: true }) !== 'ok')
    return err({ kind: 'corrupt', reason: 'malformed' });
  const ahead = carriedOverInMemory(database, schema, chain);
  return ahead === null ? err({ kind: 'corrupt', reason: 'does-not-migrate' }) : ok({ schema, chain, ahead });
}

/**
 * Closes the copy, and does the same in place and in one transaction. Then the journal, which held the old pages, is
 * overwritten with zeros; freed pages are zeros by `secure_delete`. A crash before the end of the transaction leaves the old
 * version, one after it the new one, whose journal the next start erases. Where the disk refuses the transaction, the old version is left.
 * @throws what the disk refuses with.
 */
export function carryOut(database: Database, { schema, chain, ahead }: PlannedMigration): void {
  const pages = pageCount(ahead);
  ahead.close();
  growTo(database, pages);
  database.transaction(() => carryOver(database, schema, chain)).exclusive();
  journalEraser(database)();
}

/** What a small table and its row take. */
const SPARE_PAGES = 8;

const pageCount = (database: Database): number =>
  z.number().parse(database.pragma('page_count', { simple: true }));

/**
 * Makes the file as long as it will be, in a transaction of its own and by zeros: where a crash rolls a migration back,
 * what the file had grown by is cut off again, and stays readable on the bare disk, in blocks of no file.
 */
function growTo(database: Database, pages: number): void {
  const missing = pages - pageCount(database);
  if (missing <= 0) return;
  database
    .transaction(() => {
      database.exec('CREATE TABLE room_to_migrate (zeros BLOB NOT NULL) STRICT');
      database
        .prepare('INSERT INTO room_to_migrate (zeros) VALUES (zeroblob(?))')
        .run((missing + SPARE_PAGES) * BYTES_A_PAGE);
      database.exec('DROP TABLE room_to_migrate');
    })
    .exclusive();
}

/** Goes the whole way on a copy that no file ever holds. Null: it cannot be gone. */
function carriedOverInMemory(
  database: Database,
  schema: DatabaseSchema,
  chain: readonly Migration[],
): Database | null {
  const copy = new Sqlite(database.serialize());
  try {
    copy.pragma('foreign_keys=ON');
    copy.transaction(() => carryOver(copy, schema, chain))();
    // Indexes, too: they may be as they were, and what comes of the file is read by them.
    if (copy.pragma('integrity_check(1)', { simple: true }) === 'ok') {
      copy.pragma('query_only=ON');
      return copy;
    }
    copy.close();
    return null;
  } catch (error) {
    copy.close();
    // Rows that are none of that version's: damage, which the page in front names. Anything else is a bug.
    if (error instanceof z.ZodError || error instanceof Sqlite.SqliteError) return null;
    throw error;
  }
}

function carryOver(database: Database, schema: DatabaseSchema, chain: readonly Migration[]): void {
  if (chain.some(({ carry }) => carry !== null)) {
    const named = tablesNamed.parse(
      database
        .prepare(
          "SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'",
        )
        .all(),
    );
    // A table without numbers of rows has the order of its key.
    let tables: Tables = new Map(
      named.map(({ name, wr }) => [
        name,
        rows.parse(database.prepare(`SELECT * FROM "${name}"${wr === 1 ? '' : ' ORDER BY rowid'}`).all()),
      ]),
    );
    for (const { carry } of chain) tables = carry?.(tables) ?? tables;
    // With a table its indexes and triggers go, and rows of others that refer to it: all of them are in hand.
    for (const { name } of named) database.exec(`DROP TABLE "${name}"`);
    database.exec(schema.sql);
    for (const [name, content] of tables) insertAll(database, name, content);
  } else {
    for (const { adds } of chain) if (adds !== undefined) database.exec(adds);
  }
  database.pragma(`user_version=${schema.version}`);
  if (!matchesSchema(database, schema.sql)) throw new Error('a migration does not lead to the schema');
}

function insertAll(database: Database, table: string, content: readonly Row[]): void {
  const [first] = content;
  if (first === undefined) return;
  const columns = Object.keys(first);
  const insert = database.prepare(
    `INSERT INTO "${table}" (${columns.join()}) VALUES (${columns.map((column) => `@${column}`).join()})`,
  );
  for (const row of content) insert.run(row);
}
