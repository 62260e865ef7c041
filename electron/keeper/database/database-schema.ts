/** What SQLite stores in a column. */
export type SqlValue = string | number | bigint | Uint8Array | null;
/** A row by the names of its columns, all of them. */
export type Row = Readonly<Record<string, SqlValue>>;
/** The rows of every table, in the order in which they were written. */
export type Tables = ReadonlyMap<string, readonly Row[]>;

/** The way from one version of a schema to the next one. */
export interface Migration {
  readonly from: number;
  /** SHA-256 of all that version declared: another file is damaged, whatever its version says. */
  readonly declared: string;
  /** The rows as the next version has them. Null: it declares the same tables, and rows stay where they are. */
  readonly carry: ((tables: Tables) => Tables) | null;
  /** What the next version declares besides, where rows stay where they are: a large file is not written anew for a new table. */
  readonly adds?: string;
}

/**
 * What a file must be to be ours. Changing `sql` without raising `version` makes older files `corrupt`; raising it
 * without a migration strands every kiosk.
 */
export interface DatabaseSchema {
  /** Tells our kinds of database apart from each other and from everybody else's; never 0. */
  readonly applicationId: number;
  /** Counts from 1. */
  readonly version: number;
  /** Creates everything in an empty database; strict tables only. */
  readonly sql: string;
  /** From each earlier version that is still opened, in order, up to this one. */
  readonly migrations: readonly Migration[];
}
