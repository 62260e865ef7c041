import Sqlite, { type Database } from 'better-sqlite3';

/** Everything that was declared, without SQLite's own tables and indexes, which follow from it. */
export function declarationsOf(database: Database): string {
  const rows = database
    .prepare("SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite!_%' ESCAPE '!'")
    .raw()
    .all();
  return rows
    .map((row) => JSON.stringify(row))
    .sort()
    .join('\n');
}

/**
 * Whether the database declares exactly what `sql` declares: a ledger whose triggers somebody dropped still
 * carries our application id and version.
 */
export function matchesSchema(database: Database, sql: string): boolean {
  const model = new Sqlite(':memory:');
  try {
    model.exec(sql);
    return declarationsOf(database) === declarationsOf(model);
  } finally {
    model.close();
  }
}
