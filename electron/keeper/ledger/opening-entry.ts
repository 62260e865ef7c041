import { createHash } from 'node:crypto';
import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import type { FormerLedger, KioskRow } from '../kiosk/kiosk-row.ts';
import type { SigningKey } from '../signing/signing-key.ts';

/** What the ledger's first entry needs of the kiosk. */
export interface OpeningPort {
  readonly kiosk: KioskRow;
  readonly clock: { now(): number };
  signingKey(): SigningKey;
}

/**
 * The ledger's first entry, once the kiosk is set up: without it the ledger takes no other, and it names the first of the keys
 * that sign. Null before set-up.
 */
export function openingEntry({ kiosk: row, clock, signingKey }: OpeningPort): LedgerEntry | null {
  const kiosk = row.read();
  if (kiosk === null) return null;
  const opening = {
    utc: clock.now(),
    kiosk: kiosk.identifier,
    key: createHash('sha256').update(signingKey().publicKey).digest('hex'),
  };
  const former: FormerLedger | null = row.formerLedger();
  return former === null
    ? { kind: 'opened', ...opening }
    : { kind: 'opened-after', ...opening, entries: former.sequence, head: former.hash };
}
