import Sqlite, { type Database } from 'better-sqlite3';
import { z } from 'zod';

const declared = z.array(z.tuple([z.string(), z.string(), z.string(), z.string().nullable()]));

/** Everything that was declared, without SQLite's own tables and indexes, which follow from it. */
export function declarationsOf(database: Database): string {
  const rows = database
    .prepare("SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite!_%' ESCAPE '!'")
    .raw()
    .all();
  return declared
    .parse(rows)
    .map(([type, name, table, sql]) => JSON.stringify([type, name, table, sql === null ? null : spaced(sql)]))
    .sort()
    .join('\n');
}

/**
 * The same declaration, however it is broken into lines: every white space that SQLite knows counts as one space. Not beside a
 * comment, which ends with its line: what stands behind it would be another declaration.
 */
function spaced(sql: string): string {
  return /--|\/\*/.test(sql) ? sql : sql.replace(/[ \t\n\f\r]+/g, ' ').trim();
}

/**
 * Whether the database declares what `sql` declares, and has its texts in UTF-8: a ledger whose triggers somebody dropped still
 * carries our application id and version.
 */
export function matchesSchema(database: Database, sql: string): boolean {
  if (database.pragma('encoding', { simple: true }) !== 'UTF-8') return false;
  const model = new Sqlite(':memory:');
  try {
    model.exec(sql);
    return declarationsOf(database) === declarationsOf(model);
  } finally {
    model.close();
  }
}
