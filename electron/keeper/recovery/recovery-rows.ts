import { z } from 'zod';
import { bytes } from '../../../shared/contract/bytes.ts';
import type { RecoveryDecision } from '../../../shared/contract/status.ts';
import type { Database } from '../database/open-database.ts';

/** What is kept of a recovery code. */
export interface HashedCode {
  readonly salt: Uint8Array;
  readonly hash: Uint8Array;
}

/** The codes of two people. */
export type HashedCodes = readonly [HashedCode, HashedCode];

const decisionRow = z.object({ decision: z.enum(['codes', 'none', 'used']), since: z.number().int() });
const codeRow = z.object({ salt: bytes, hash: bytes });

/** What was decided about recovery codes. Each change is for a transaction of the caller's; `since`: epoch milliseconds. */
export interface RecoveryRows {
  decision(): RecoveryDecision;
  /** Those in force, or null. */
  codes(): HashedCodes | null;
  /** Earlier ones end. */
  keep(codes: HashedCodes, since: number): void;
  /** There are none from now on. */
  decline(since: number): void;
  /** Both were used, once, and are no more. */
  use(since: number): void;
  /** They end, and it is to be decided anew: whoever may know one is gone. */
  reconsider(): void;
}

/** The recovery codes kept in the vault's file. */
export function createRecoveryRows(database: Database): RecoveryRows {
  function decide(decision: 'codes' | 'none' | 'used', since: number): void {
    // Without a condition: its pages are cleared, not its rows (rewrite-rows.ts).
    database.prepare('DELETE FROM recovery_code').run();
    database
      .prepare('INSERT OR REPLACE INTO recovery (only_one, decision, since) VALUES (1, ?, ?)')
      .run(decision, since);
  }

  return {
    decision() {
      const row = database.prepare('SELECT decision, since FROM recovery').get();
      if (row === undefined) return { kind: 'undecided' };
      const { decision, since } = decisionRow.parse(row);
      return { kind: decision, since };
    },
    codes() {
      const rows = z
        .array(codeRow)
        .parse(database.prepare('SELECT salt, hash FROM recovery_code ORDER BY place').all());
      const [first, second] = rows;
      return first === undefined || second === undefined ? null : [first, second];
    },
    keep(codes, since) {
      decide('codes', since);
      const insert = database.prepare('INSERT INTO recovery_code (place, salt, hash) VALUES (?, ?, ?)');
      for (const [index, { salt, hash }] of codes.entries()) insert.run(index + 1, salt, hash);
    },
    decline: (since) => decide('none', since),
    use: (since) => decide('used', since),
    reconsider() {
      database.prepare('DELETE FROM recovery_code').run();
      database.prepare('DELETE FROM recovery').run();
    },
  };
}
