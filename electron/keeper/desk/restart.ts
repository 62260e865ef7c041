import { isOnlyPrintSideOpen } from '../wipe/wipe-procedure.ts';
import type { Desk } from './desk.ts';
import { eraseFreePages, eraseTraces } from './erase-traces.ts';
import { forgetApplications } from './forget.ts';
import { policyEntry } from './policy-entry.ts';
import { reconcilePrinting } from './print-events.ts';
import { recordAct } from './record-act.ts';

/**
 * What a keeper does first. What a rollback left in free pages is erased. Entries that a dead keeper owed the ledger
 * are carried over; wipes that a crash interrupted go on without a search: the values died with their session. Open
 * applications whose key is gone (kept in memory, and the keeper ended) are dead ciphertext: their rows go, the ledger
 * counts them, and whoever comes first is told how many and asked to look into the tray.
 */
export async function continueAfterRestart(desk: Desk): Promise<void> {
  // Before any receipt: the pages of a transaction that was cut off may hold a row of somebody.
  eraseFreePages(desk);
  recordAct(desk, () => policyEntry(desk));
  const wipes = desk.vault.wipes.all();
  // The last one that did not wait for its printer only: at most one is on a screen at a time.
  const onScreen = wipes.findLast((wipe) => !isOnlyPrintSideOpen(wipe));
  if (onScreen !== undefined) desk.endings.resumed(onScreen.application);
  for (const wipe of wipes) {
    await desk.wipes.searched(wipe.application, { kind: 'not-searched' });
  }
  const keyless = desk.vault.open().filter(({ id }) => !desk.custody.has(id));
  forgetApplications(desk, keyless, desk.about.rebooted ? 'power-lost' : 'keeper-ended');
  reconcilePrinting(desk);
  // At once: whoever is asked to look into the tray must not look before the last card has come out.
  desk.purgeLoose();
  eraseTraces(desk);
}
