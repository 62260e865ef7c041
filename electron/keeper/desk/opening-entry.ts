import { createHash } from 'node:crypto';
import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import { publicKeyOf } from '../ledger/signatures.ts';
import type { Desk } from './desk.ts';

/**
 * The ledger's first entry, once the kiosk is set up: without it the ledger takes no other, and it names the key of
 * all receipts. Null before set-up.
 */
export function openingEntry(desk: Desk): LedgerEntry | null {
  const kiosk = desk.kiosk();
  if (kiosk === null) return null;
  return {
    kind: 'opened',
    utc: desk.clock.now(),
    kiosk: kiosk.identifier,
    key: createHash('sha256').update(publicKeyOf(desk.signingKey())).digest('hex'),
  };
}
