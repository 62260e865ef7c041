import Sqlite, { type Database } from 'better-sqlite3';

/** How white space of a declaration counts: each character, or a run as one space, for a file that was made of a page's text. */
export type SpacesCounted = 'each' | 'as-one';

/** Everything that was declared, without SQLite's own tables and indexes, which follow from it. */
export function declarationsOf(database: Database, spaces: SpacesCounted = 'each'): string {
  const counted = (_key: string, value: unknown): unknown =>
    spaces === 'as-one' && typeof value === 'string' ? value.replace(/[ \t\r\n]+/g, ' ') : value;
  const rows = database
    .prepare("SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite!_%' ESCAPE '!'")
    .raw()
    .all();
  return rows
    .map((row) => JSON.stringify(row, counted))
    .sort()
    .join('\n');
}

/**
 * Whether the database declares exactly what `sql` declares: a ledger whose triggers somebody dropped still
 * carries our application id and version.
 */
export function matchesSchema(database: Database, sql: string, spaces: SpacesCounted = 'each'): boolean {
  const model = new Sqlite(':memory:');
  try {
    model.exec(sql);
    return declarationsOf(database, spaces) === declarationsOf(model, spaces);
  } finally {
    model.close();
  }
}
