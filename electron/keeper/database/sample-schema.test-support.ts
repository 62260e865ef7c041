import Sqlite from 'better-sqlite3';
import { z } from 'zod';
import type { DatabaseSchema } from './database-schema.ts';
import { digestOfDeclarations } from './migration.ts';

/** A schema for tests: rows that are large enough to fill pages. Apart, because a child process needs no vitest. */
export const sampleSchema: DatabaseSchema = {
  // "CFTt"
  applicationId: 0x43465474,
  version: 2,
  migrations: [],
  sql: `CREATE TABLE notes (id INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT;
    CREATE TRIGGER notes_stay BEFORE DELETE ON notes BEGIN SELECT RAISE(ABORT, 'no delete'); END;`,
};

const declared = (() => {
  const database = new Sqlite(':memory:');
  database.exec(sampleSchema.sql);
  const digest = digestOfDeclarations(database);
  database.close();
  return digest;
})();

const note = z.object({ id: z.number(), body: z.instanceof(Uint8Array) });

/** The version after it, in which every note has a kind, and a copy of its body if `copies`: then it takes twice the pages. */
export function nextSchema(copies: boolean): DatabaseSchema {
  return {
    applicationId: sampleSchema.applicationId,
    version: 3,
    migrations: [
      {
        from: 2,
        declared,
        carry: (tables) => {
          const notes = (tables.get('notes') ?? []).map((row) => note.parse(row));
          return new Map([
            ['notes', notes.map((each) => ({ ...each, kind: 'note', copy: copies ? each.body : null }))],
          ]);
        },
      },
    ],
    // A body of one byte was a note once.
    sql: `CREATE TABLE notes (id INTEGER PRIMARY KEY, body BLOB NOT NULL CHECK (length(body) > 1),
      kind TEXT NOT NULL, copy BLOB) STRICT;`,
  };
}
