import type { KeyObject } from 'node:crypto';
import { createHash } from 'node:crypto';
import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import type { KioskRow } from '../kiosk/kiosk-row.ts';
import { publicKeyOf } from './signatures.ts';

/** What the ledger's first entry needs of the kiosk. */
export interface OpeningPort {
  readonly kiosk: KioskRow;
  readonly clock: { now(): number };
  signingKey(): KeyObject;
}

/**
 * The ledger's first entry, once the kiosk is set up: without it the ledger takes no other, and it names the key of
 * all receipts. Null before set-up.
 */
export function openingEntry({ kiosk: row, clock, signingKey }: OpeningPort): LedgerEntry | null {
  const kiosk = row.read();
  if (kiosk === null) return null;
  return {
    kind: 'opened',
    utc: clock.now(),
    kiosk: kiosk.identifier,
    key: createHash('sha256').update(publicKeyOf(signingKey())).digest('hex'),
  };
}
