import type { DatabaseSchema } from './database-schema.ts';

/** A schema for tests: rows that are large enough to fill pages. Apart, because a child process needs no vitest. */
export const sampleSchema: DatabaseSchema = {
  // "CFTt"
  applicationId: 0x43465474,
  version: 2,
  migrations: [],
  sql: `CREATE TABLE notes (id INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT;
    CREATE TRIGGER notes_stay BEFORE DELETE ON notes BEGIN SELECT RAISE(ABORT, 'no delete'); END;`,
};
