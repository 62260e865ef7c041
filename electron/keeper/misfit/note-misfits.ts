import { ok, type Result } from '../../../shared/result.ts';
import { type OpenFailure, written } from '../database/open-failure.ts';
import { restoreOnEverything } from '../holds/holds.ts';
import { lockOutAgain } from '../staff/sign-in-attempts.ts';
import type { Vault } from '../vault/vault.ts';
import { lackingLockOuts } from './compare-with-ledger.ts';
import type { FoundAtStart } from './found-at-start.ts';
import { misfitRowsOf } from './misfit-rows.ts';

/** As much of what a start found as is noted. */
type ToNote = Pick<FoundAtStart, 'misfits' | 'vault' | 'ledger' | 'lackingHolds'>;

/**
 * Notes what did not fit, so that it takes two people also where it fits again at the next start. What keeps more than before needs
 * nobody's word: a hold that the vault lacks stands again, on everything, and a lock-out goes on. All of it, or nothing: where the disk does
 * not take it, no kiosk goes on without.
 */
export function noteMisfits(vault: Vault, found: ToNote, now: number): Result<null, OpenFailure> {
  if (found.misfits.length === 0) return ok(null);
  const { database } = vault;
  const note = database.transaction(() => {
    misfitRowsOf(database).note(found.misfits, now);
    restoreHolds(vault, found);
    const elapsed = found.vault.lastTime?.elapsed ?? 0;
    for (const member of lackingLockOuts(found.vault, found.ledger)) lockOutAgain(database, member, elapsed);
    return null;
  });
  return written(note);
}

function restoreHolds(vault: Vault, { lackingHolds }: ToNote): void {
  for (const fact of lackingHolds) restoreOnEverything(vault, fact);
}
