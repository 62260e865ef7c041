import { createHash, createPublicKey, randomBytes } from 'node:crypto';
import { dayText } from '../../../shared/calendar.ts';
import type { Handlers } from '../../../shared/contract/declare.ts';
import type { keeperCalls } from '../../../shared/contract/keeper.ts';
import { err, ok } from '../../../shared/result.ts';
import { createSigningKey } from '../receipt/receipt.ts';
import { verifierOf } from '../staff/staff.ts';
import type { Desk } from './desk.ts';

type StaffCalls = Pick<Handlers<typeof keeperCalls>, 'setUp' | 'signIn' | 'signOut'>;

/** Set-up and sign-in. */
export function staffCalls(desk: Desk): StaffCalls {
  return {
    async setUp({ kioskName, supervisor, clerk }) {
      if (supervisor.name === clerk.name) return err({ kind: 'malformed' });
      const signingKey = createSigningKey();
      const [ofSupervisor, ofClerk] = await Promise.all([
        verifierOf(supervisor.passphrase),
        verifierOf(clerk.passphrase),
      ]);
      // Another set-up may have come through while this one worked on its passphrases.
      if (desk.kiosk() !== null) return err({ kind: 'not-now' });
      desk.vault.database.transaction(() => {
        desk.staff.replaceAll([
          { name: supervisor.name, role: 'supervisor', verifier: ofSupervisor },
          { name: clerk.name, role: 'clerk', verifier: ofClerk },
        ]);
        desk.vault.database
          .prepare(
            'INSERT INTO kiosk (only_one, identifier, name, signing_key, ticket_day, last_ticket) VALUES (1, ?, ?, ?, ?, 0)',
          )
          .run(randomBytes(16).toString('hex'), kioskName, signingKey, dayText(desk.clock.today()));
      })();
      signingKey.fill(0);
      openLedgerOnce(desk);
      desk.broadcast();
      return ok({});
    },
    async signIn({ name, passphrase }) {
      const signedIn = await desk.staff.signIn(name, passphrase);
      if (!signedIn.ok) return signedIn;
      desk.broadcast();
      return ok({});
    },
    signOut() {
      desk.staff.signOut();
      desk.broadcast();
      return ok({});
    },
  };
}

/**
 * Writes the ledger's first entry for a kiosk that is set up: at set-up, and at the next start if a crash
 * came between the two. Without it the ledger takes no other entry, and it names the key of all receipts.
 */
export function openLedgerOnce(desk: Desk): void {
  const kiosk = desk.kiosk();
  if (kiosk === null || desk.ledger.head() !== undefined) return;
  const publicKey = createPublicKey(desk.signingKey()).export({ format: 'der', type: 'spki' });
  desk.ledger.append({
    kind: 'opened',
    utc: desk.clock.now(),
    kiosk: kiosk.identifier,
    key: createHash('sha256').update(publicKey).digest('hex'),
  });
}
