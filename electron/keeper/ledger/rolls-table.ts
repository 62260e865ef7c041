/**
 * The signature of each key over the entry by which the next one took over, for good. That next one stands in the entry itself,
 * and nowhere else: no second copy could say something else. As a text of its own, because files of before get it besides.
 */
export const ROLLS_SQL = `
    CREATE TABLE rolls (
      sequence INTEGER PRIMARY KEY,
      signature BLOB NOT NULL CHECK (length(signature) = 64)
    ) STRICT;

    CREATE TRIGGER rolls_come_with_the_last_entry BEFORE INSERT ON rolls
    WHEN NEW.sequence IS NOT (SELECT max(sequence) FROM entries)
    BEGIN
      SELECT RAISE(ABORT, 'the ledger is append-only: not the last entry');
    END;

    CREATE TRIGGER rolls_stay_the_same BEFORE UPDATE ON rolls
    BEGIN
      SELECT RAISE(ABORT, 'the ledger is append-only: no update');
    END;

    CREATE TRIGGER rolls_stay BEFORE DELETE ON rolls
    BEGIN
      SELECT RAISE(ABORT, 'the ledger is append-only: no delete');
    END;
`;
