import type { Desk } from './desk.ts';
import { openLedgerOnce } from './staff-calls.ts';

/**
 * What a keeper does first. Wipes that a crash interrupted go on without a search: the values died with
 * their session. Open applications whose key is gone (under `memory` custody: all of them) are nothing but
 * dead ciphertext, so their rows go too.
 */
export async function continueAfterRestart(desk: Desk): Promise<void> {
  openLedgerOnce(desk);
  for (const wipe of desk.vault.wipes.all()) {
    await desk.wipes.searched(wipe.application, { kind: 'not-searched' });
  }
  for (const { id } of desk.vault.open()) {
    if (!desk.custody.has(id)) desk.vault.remove(id);
  }
}
