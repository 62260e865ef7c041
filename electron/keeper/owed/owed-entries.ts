import { z } from 'zod';
import { bytes } from '../../../shared/contract/bytes.ts';
import { decodeEntry, encodeEntry } from '../../../shared/ledger/encode-entry.ts';
import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import type { Database } from '../database/open-database.ts';
import type { Ledger } from '../ledger/ledger.ts';

/**
 * Ledger entries on their way from the vault to the ledger. Vault and ledger are two files, so no transaction
 * covers both: what staff do and what is forgotten is written into the vault together with the entry it
 * owes, and the entry is carried over at once, or as soon as the ledger takes it, exactly once.
 */
export interface OwedEntries {
  /** Owes an entry: to be called inside the transaction of the act. */
  owe(entry: LedgerEntry): void;
  /** Carries over what is owed. @throws the ledger's error when its disk does not take it; then it is still owed. */
  settle(): void;
  /** How many entries are still owed. */
  count(): number;
  /** For the first moment after a restart, before anything is appended: which of them a dead keeper wrote. */
  resolveDoubts(): void;
}

const owedRows = z.array(
  z.object({ number: z.number().int(), entry: bytes, ledger_from: z.number().int().nullable() }),
);

/** The owed entries kept in the vault's file. */
export function createOwedEntries(database: Database, ledger: Ledger): OwedEntries {
  const all = () => owedRows.parse(database.prepare('SELECT * FROM owed ORDER BY number').all());
  const mark = (number: number, sequence: number | null): void => {
    database.prepare('UPDATE owed SET ledger_from = ? WHERE number = ?').run(sequence, number);
  };
  const remove = (number: number): void => {
    database.prepare('DELETE FROM owed WHERE number = ?').run(number);
  };
  const head = (): number => ledger.head()?.sequence ?? 0;

  return {
    owe(entry) {
      database.prepare('INSERT INTO owed (entry) VALUES (?)').run(encodeEntry(entry));
    },
    settle() {
      for (const { number, entry } of all()) {
        const decoded = decodeEntry(entry);
        if (!decoded.ok) throw new Error('an owed entry cannot be read');
        mark(number, head() + 1);
        try {
          ledger.append(decoded.value);
        } catch (error) {
          // It is not there, and another entry may come before the next attempt.
          mark(number, null);
          throw error;
        }
        remove(number);
      }
    },
    count: () => all().length,
    resolveDoubts() {
      for (const { number, ledger_from } of all()) {
        if (ledger_from === null) continue;
        if (head() >= ledger_from) remove(number);
        else mark(number, null);
      }
    },
  };
}
