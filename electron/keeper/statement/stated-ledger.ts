import { createHash } from 'node:crypto';
import type { Statement } from '../../../shared/statement/statement.ts';
import type { DatabaseMeasure } from '../database/measure.ts';
import type { LedgerReader } from '../ledger/ledger.ts';
import type { SigningKey } from '../signing/signing-key.ts';
import { type LedgerFacts, type LedgerPass, passThrough } from './ledger-facts.ts';

/** What a statement of the ledger is made from. */
export interface StatedLedgerPort {
  readonly ledger: LedgerReader;
  signingKey(): SigningKey;
}

/** The ledger, as a statement tells of it. */
export interface StatedLedger {
  /** A pass through its entries, from the first one. */
  pass(): LedgerPass;
  /** Its head, key and verdict now. `read`: what its entries say; `pending`: how many more wait to be written. */
  state(read: LedgerFacts, pending: number): Statement['ledger'];
  measure(): DatabaseMeasure;
}

/** That of one kiosk. */
export function createStatedLedger({ ledger, signingKey }: StatedLedgerPort): StatedLedger {
  return {
    pass: () => passThrough(ledger),
    state(read, pending) {
      const verdict = ledger.verify();
      const head = ledger.head();
      return {
        entries: head?.sequence ?? 0,
        head: head?.hash ?? '0'.repeat(64),
        key: createHash('sha256').update(signingKey().publicKey).digest('hex'),
        verdict: verdict.ok
          ? { kind: 'holds' }
          : { kind: 'broken', sequence: verdict.error.sequence, reason: verdict.error.reason },
        kinds: read.kinds(),
        pending,
        checkpoints: read.checkpoints(),
      };
    },
    measure: () => ledger.measure(),
  };
}
