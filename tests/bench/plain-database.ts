import { randomBytes } from 'node:crypto';
import Database from 'better-sqlite3';
import { vaultSchema } from '../../electron/keeper/vault/schema.ts';
import { applicationId } from '../../shared/contract/ids.ts';
import { type RecordSizes, sealParts } from './record-parts.ts';

/** A database as anybody would open it, with the same tables, that forgets a record by DELETE and VACUUM. */
export interface PlainDatabase {
  /** Answers the new record's id. */
  insert(sizes: RecordSizes): string;
  /** The record and what was made of it (by the schema's cascade), then the whole file anew. */
  remove(application: string): void;
  close(): void;
}

/** A hash as long as a policy's. */
const POLICY = '0'.repeat(64);

/** Opens a new file with every setting as the library leaves it. */
export function openPlainDatabase(path: string): PlainDatabase {
  const database = new Database(path);
  database.exec(vaultSchema.sql);
  return {
    insert(sizes) {
      const id = applicationId.parse(randomBytes(16).toString('hex'));
      const { columns, made } = sealParts(sizes, id, randomBytes(32));
      database.transaction(() => {
        const { lastInsertRowid: number } = database
          .prepare(
            "INSERT INTO application (id, ticket, day, began, began_elapsed, state, policy) VALUES (?, 1, '2031-01-02', 0, 0, 'printed', ?)",
          )
          .run(id, POLICY);
        for (const [part, sealed] of Object.entries(columns))
          database
            .prepare('INSERT INTO sealed_part (application, part, sealed) VALUES (?, ?, ?)')
            .run(number, part, sealed);
        for (const row of made)
          database
            .prepare('INSERT INTO made_of_applicant (application, sealed) VALUES (?, ?)')
            .run(number, row);
      })();
      return id;
    },
    remove(application) {
      const theirs = '(SELECT number FROM application WHERE id = ?)';
      database.transaction(() => {
        database.prepare(`DELETE FROM sealed_part WHERE application = ${theirs}`).run(application);
        database.prepare(`DELETE FROM made_of_applicant WHERE application = ${theirs}`).run(application);
        database.prepare('DELETE FROM application WHERE id = ?').run(application);
      })();
      database.exec('VACUUM');
    },
    close: () => database.close(),
  };
}
