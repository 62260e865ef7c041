import { restoreOnEverything } from '../holds/holds.ts';
import { lockOutAgain } from '../staff/sign-in-attempts.ts';
import type { Vault } from '../vault/vault.ts';
import { lackingLockOuts } from './compare-with-ledger.ts';
import type { FoundAtStart } from './found-at-start.ts';
import { misfitRowsOf } from './misfit-rows.ts';

/**
 * Notes what did not fit, so that it takes two people also where it fits again at the next start. What keeps more than before needs
 * nobody's word: a hold that the vault lacks stands again, on everything, and a lock-out goes on.
 */
export function noteMisfits(vault: Vault, found: FoundAtStart, now: number): void {
  if (found.misfits.length === 0) return;
  const { database } = vault;
  database.transaction(() => {
    misfitRowsOf(database).note(found.misfits, now);
    restoreHolds(vault, found);
    const elapsed = found.vault.lastTime?.elapsed ?? 0;
    for (const member of lackingLockOuts(found.vault, found.ledger)) lockOutAgain(database, member, elapsed);
  })();
}

function restoreHolds(vault: Vault, { lackingHolds }: FoundAtStart): void {
  for (const fact of lackingHolds) restoreOnEverything(vault, fact);
}
