import { forgetApplications, forgetStopped } from '../endings/forget.ts';
import { emptySealed } from '../misfit/vault-facts.ts';
import { policyEntries } from '../policy/policy-entries.ts';
import { reconcilePrinting } from '../printing/print-events.ts';
import { tellUnfinished } from '../production/unfinished-productions.ts';
import type { WipeRow } from '../vault/rows.ts';
import { isOnlyPrintSideOpen } from '../wipe/wipe-procedure.ts';
import type { Services } from './services.ts';

/**
 * What a keeper does first. What a rollback left in free pages is erased. Entries that a dead keeper left pending
 * are carried over; wipes that a crash interrupted go on without a search: the values died with their session. Open
 * applications whose key is gone (kept in memory, and the keeper ended) are dead ciphertext: their rows go, the ledger
 * counts them, and whoever comes first is told how many and asked to look into the tray. A production that the dead keeper did
 * not finish is entered as such.
 */
export async function continueAfterRestart(services: Services): Promise<void> {
  const { vault, custody, traces, outbox, facts } = services;
  const cause = facts.rebooted ? 'power-lost' : 'keeper-ended';
  // Before any receipt: the pages of a transaction that was cut off may hold a row of somebody.
  traces.eraseFreePages();
  // Which records and keys are whose, nobody knows: all of it stays as it is, but for what nobody can read any more.
  if (services.filesFit.isClosed())
    return goOnWithWipes(services, ({ done }) => done.includes('key-destroyed'));
  outbox.record(() => policyEntries(services));
  tellUnfinished(services);
  // Before they go on: under a hold a loss is told as one.
  forgetStopped(services, cause);
  // A power cut came between such a record and its key: nobody was told of it, and nobody is.
  for (const application of emptySealed(vault)) if (!custody.has(application)) vault.remove(application);
  const keyless = vault.open().filter(({ id }) => !custody.has(id));
  try {
    // First: at the end of each wipe packing up goes on, and would end what has no key to be destroyed.
    forgetApplications(services, keyless, cause);
  } finally {
    // Whatever the disk takes: no key waits for a note about another one.
    await goOnWithWipes(services, () => true);
  }
  reconcilePrinting(services, services.jobs);
  // At once: whoever is asked to look into the tray must not look before the last card has come out.
  services.purgeOrphanJobs();
  services.packing.goOn();
  // What took effect while nothing ran.
  services.suspensionWork.check();
  traces.erase();
}

async function goOnWithWipes(
  { vault, endings, wipes }: Services,
  mayGoOn: (wipe: WipeRow) => boolean,
): Promise<void> {
  const begun = vault.wipes.all().filter(mayGoOn);
  // The last one that did not wait for its printer only: at most one is on a screen at a time.
  const onScreen = begun.findLast((wipe) => !isOnlyPrintSideOpen(wipe));
  if (onScreen !== undefined) endings.resumed(onScreen.application);
  for (const { application } of begun) await wipes.searched(application, { kind: 'not-searched' });
}
