import { createHash, createPublicKey, randomBytes } from 'node:crypto';
import type { Handlers } from '../../../shared/contract/declare.ts';
import type { keeperCalls } from '../../../shared/contract/keeper.ts';
import { err, ok } from '../../../shared/result.ts';
import { dayText } from '../clock.ts';
import { createSigningKey, readSigningKey } from '../receipt/receipt.ts';
import type { Desk } from './desk.ts';

type StaffCalls = Pick<Handlers<typeof keeperCalls>, 'setUp' | 'signIn' | 'signOut'>;

/** Set-up and sign-in. */
export function staffCalls(desk: Desk): StaffCalls {
  return {
    async setUp({ kioskName, supervisor, clerk }) {
      if (supervisor.name === clerk.name) return err({ kind: 'malformed' });
      const signingKey = createSigningKey();
      const identifier = randomBytes(16).toString('hex');
      // Staff first: a crash before the kiosk row is there leaves a kiosk that is set up again.
      desk.vault.database.prepare('DELETE FROM staff').run();
      await desk.staff.add(supervisor.name, 'supervisor', supervisor.passphrase);
      await desk.staff.add(clerk.name, 'clerk', clerk.passphrase);
      if (desk.ledger.head() === undefined) {
        const publicKey = createPublicKey(readSigningKey(signingKey)).export({ format: 'der', type: 'spki' });
        desk.ledger.append({
          kind: 'opened',
          utc: desk.clock.now(),
          kiosk: identifier,
          key: createHash('sha256').update(publicKey).digest('hex'),
        });
      }
      desk.vault.database
        .prepare(
          'INSERT INTO kiosk (only_one, identifier, name, signing_key, ticket_day, last_ticket) VALUES (1, ?, ?, ?, ?, 0)',
        )
        .run(identifier, kioskName, signingKey, dayText(desk.clock.today()));
      signingKey.fill(0);
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
