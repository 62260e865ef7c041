import type { DatabaseSchema } from '../database/open-database.ts';

/**
 * One row for each entry. `day` repeats what the entry says (as 20260214, NULL for entries with an exact time)
 * so that a day can be counted without reading years; `verify` compares the two.
 *
 * The triggers stop mistakes and careless tools; whoever may write the file can drop them. The chain is what
 * shows that. The insert trigger also stops REPLACE, which deletes without asking the delete trigger on a
 * connection that is not ours.
 */
export const ledgerSchema: DatabaseSchema = {
  // "CFLd"
  applicationId: 0x43464c64,
  version: 1,
  sql: `
    CREATE TABLE entries (
      sequence INTEGER PRIMARY KEY,
      day INTEGER,
      entry BLOB NOT NULL,
      hash BLOB NOT NULL CHECK (length(hash) = 32)
    ) STRICT;

    CREATE INDEX entries_by_day ON entries (day) WHERE day IS NOT NULL;

    CREATE TRIGGER entries_follow_each_other BEFORE INSERT ON entries
    WHEN NEW.sequence IS NOT (SELECT coalesce(max(sequence), 0) + 1 FROM entries)
    BEGIN
      SELECT RAISE(ABORT, 'the ledger is append-only: not the next entry');
    END;

    CREATE TRIGGER entries_stay_the_same BEFORE UPDATE ON entries
    BEGIN
      SELECT RAISE(ABORT, 'the ledger is append-only: no update');
    END;

    CREATE TRIGGER entries_stay BEFORE DELETE ON entries
    BEGIN
      SELECT RAISE(ABORT, 'the ledger is append-only: no delete');
    END;
  `,
};
