import type { DatabaseSchema } from '../database/database-schema.ts';
import { ledgerMigrations } from './ledger-migrations.ts';
import { ROLLS_SQL } from './rolls-table.ts';
import { VAULT_MARK_SQL } from './vault-mark/vault-mark-table.ts';

/**
 * Every 4,096th entry keeps its signature for good. Each costs a check of about 0.1 ms when the whole ledger
 * is verified (so 0.03 µs an entry, against 1 µs for the entry itself), and the start of the keeper follows
 * the chain from the last one (some milliseconds at most). Twice as many would cost more and tell no more:
 * the chain names an entry by itself.
 */
export const checkpointInterval = 4_096;

/**
 * One row for each entry, the signature of the last one, those kept for good, those by which one key gave way to the next,
 * and whose they are, so that the file can be verified with nothing beside it. And the mark of the vault, which is no entry.
 *
 * The index begins with an entry's kind and day, because a day is counted at every status. It is made of the
 * entry itself: there is no second copy of the day that could say something else. 13 bytes hold the longest
 * beginning that is counted (`spoiled` and a day).
 *
 * The triggers stop mistakes and careless tools; whoever may write the file can drop them. Chain and signatures
 * are what shows that. The insert triggers also stop REPLACE, which deletes without asking the delete trigger
 * on a connection that is not ours.
 */
export const ledgerSchema: DatabaseSchema = {
  // "CFLd"
  applicationId: 0x43464c64,
  version: 11,
  migrations: ledgerMigrations,
  sql: `
    CREATE TABLE entries (
      sequence INTEGER PRIMARY KEY,
      entry BLOB NOT NULL,
      hash BLOB NOT NULL CHECK (length(hash) = 32)
    ) STRICT;

    CREATE INDEX entries_by_kind_and_day ON entries (substr(entry, 1, 13));

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

    CREATE TABLE signer (
      only_one INTEGER PRIMARY KEY CHECK (only_one = 1),
      kiosk BLOB NOT NULL CHECK (length(kiosk) = 16),
      public_key BLOB NOT NULL
    ) STRICT;

    CREATE TRIGGER signer_comes_once BEFORE INSERT ON signer
    WHEN EXISTS (SELECT 1 FROM signer)
    BEGIN
      SELECT RAISE(ABORT, 'the ledger is append-only: one signer');
    END;

    CREATE TRIGGER signer_stays_the_same BEFORE UPDATE ON signer
    BEGIN
      SELECT RAISE(ABORT, 'the ledger is append-only: no other signer');
    END;

    CREATE TRIGGER signer_stays BEFORE DELETE ON signer
    BEGIN
      SELECT RAISE(ABORT, 'the ledger is append-only: no delete');
    END;

    CREATE TABLE head (
      only_one INTEGER PRIMARY KEY CHECK (only_one = 1),
      sequence INTEGER NOT NULL,
      hash BLOB NOT NULL CHECK (length(hash) = 32),
      signature BLOB NOT NULL CHECK (length(signature) = 64)
    ) STRICT;

    CREATE TRIGGER head_comes_once BEFORE INSERT ON head
    WHEN EXISTS (SELECT 1 FROM head)
      OR NEW.sequence IS NOT (SELECT max(sequence) FROM entries)
      OR NEW.hash IS NOT (SELECT hash FROM entries WHERE sequence = NEW.sequence)
    BEGIN
      SELECT RAISE(ABORT, 'the ledger is append-only: not the head');
    END;

    CREATE TRIGGER head_goes_forward BEFORE UPDATE ON head
    WHEN NEW.only_one IS NOT 1
      OR NEW.sequence <= OLD.sequence
      OR NEW.sequence IS NOT (SELECT max(sequence) FROM entries)
      OR NEW.hash IS NOT (SELECT hash FROM entries WHERE sequence = NEW.sequence)
    BEGIN
      SELECT RAISE(ABORT, 'the ledger is append-only: not the next head');
    END;

    CREATE TRIGGER head_stays BEFORE DELETE ON head
    BEGIN
      SELECT RAISE(ABORT, 'the ledger is append-only: no delete');
    END;

    CREATE TABLE checkpoints (
      sequence INTEGER PRIMARY KEY,
      hash BLOB NOT NULL CHECK (length(hash) = 32),
      signature BLOB NOT NULL CHECK (length(signature) = 64)
    ) STRICT;

    CREATE TRIGGER checkpoints_follow_each_other BEFORE INSERT ON checkpoints
    WHEN NEW.sequence IS NOT (SELECT coalesce(max(sequence), 0) + ${checkpointInterval} FROM checkpoints)
      OR NEW.hash IS NOT (SELECT hash FROM entries WHERE sequence = NEW.sequence)
    BEGIN
      SELECT RAISE(ABORT, 'the ledger is append-only: not the next checkpoint');
    END;

    CREATE TRIGGER checkpoints_stay_the_same BEFORE UPDATE ON checkpoints
    BEGIN
      SELECT RAISE(ABORT, 'the ledger is append-only: no update');
    END;

    CREATE TRIGGER checkpoints_stay BEFORE DELETE ON checkpoints
    BEGIN
      SELECT RAISE(ABORT, 'the ledger is append-only: no delete');
    END;
  ${ROLLS_SQL}${VAULT_MARK_SQL}`,
};
