import { createHash } from 'node:crypto';
import { publicKeyOf } from '../ledger/signatures.ts';
import type { Desk } from './desk.ts';

/**
 * Writes the ledger's first entry for a kiosk that is set up: at set-up, and at the next start if a crash
 * came between the two. Without it the ledger takes no other entry, and it names the key of all receipts.
 */
export function openLedgerOnce(desk: Desk): void {
  const kiosk = desk.kiosk();
  if (kiosk === null || desk.ledger.head() !== undefined) return;
  desk.ledger.append({
    kind: 'opened',
    utc: desk.clock.now(),
    kiosk: kiosk.identifier,
    key: createHash('sha256').update(publicKeyOf(desk.signingKey())).digest('hex'),
  });
}
