import type { Receipt } from '../../../shared/contract/receipt.ts';
import type { WipeStep } from '../../../shared/contract/refusals.ts';
import { makeReceipt } from '../receipt/receipt.ts';
import { livingProcessesOf } from '../sessions/processes.ts';
import type { WipeRow } from '../vault/rows.ts';
import { entriesOfWipe, issuedEntry } from '../wipe/wipe-entries.ts';
import type { Closing, WipeActs } from '../wipe/wipe-parts.ts';
import { type Desk, occupantOf } from './desk.ts';
import { eraseTraces } from './erase-traces.ts';
import { createPatientPurge } from './print-side.ts';
import { recordAct } from './record-act.ts';
import { forgetOccupant } from './turn-over.ts';

/** The acts of a wipe, as this desk performs them. */
export function wipeActs(desk: Desk): WipeActs {
  const purgePrintSide = createPatientPurge(desk);
  return {
    async endWorker(application) {
      return (await desk.jobs.endWorker(application)).ok;
    },
    destroyKey: (application) => desk.custody.destroy(application) && !desk.custody.has(application),
    deleteRows(application) {
      desk.vault.remove(application);
      // Before the search, which would find it there: the journal still has the pages with this record.
      desk.vault.eraseJournal();
      return desk.vault.find(application) === null;
    },
    async purgePrintSide(application) {
      // While its worker lives, more may still be sent.
      if (desk.jobs.isRunning(application)) return null;
      const wipe = desk.vault.wipes.of(application);
      const spool = wipe.spool ?? (await purgePrintSide(wipe.id));
      // Its jobs' names stood there.
      if (spool !== null && spool !== 'kept-nothing') desk.vault.eraseJournal();
      return spool;
    },
    stoppedByHold: () => desk.stoppedByHold(),
    async endSession(application) {
      const occupant = occupantOf(desk, application);
      // None: its session is gone already (it died, or an earlier keeper's was ended at the start of this one).
      await occupant?.turnedOver;
      // The selections are written down with its end: until the receipt, whoever comes next may have changed them.
      if (occupant === null) return { processes: 0, selections: (await desk.selections.empty()).kind };
      const ended = await desk.pool.end(occupant.session);
      if (!ended.ok) return null;
      const { processes, selections } = ended.value;
      return { processes, selections: selections.kind };
    },
    removeFolder(application) {
      const occupant = occupantOf(desk, application);
      if (occupant === null) return { folders: 0 };
      if (!occupant.session.removeFolder().ok) return null;
      // Living processes could make it again. And a session that is forgotten now would count as ended next time.
      if (livingProcessesOf(occupant.session.pid).length > 0) return null;
      forgetOccupant(desk, occupant);
      return { folders: 1 };
    },
    eraseTraces: () => eraseTraces(desk),
    conclude: (wipe) => conclude(desk, wipe),
    close: (wipe, step, closing) => close(desk, wipe, step, closing),
  };
}

/**
 * Owes the ledger the entries of a proven wipe, and answers its receipt once the ledger has them: only then the wipe
 * row goes. Until then the row says that they are owed, so that neither a retry nor a restart counts it twice.
 * @throws when a disk does not take them: then the wipe is not concluded, and is tried again.
 */
function conclude(desk: Desk, wipe: WipeRow): Receipt {
  const kiosk = desk.kiosk();
  const { search, spool, ended, outcome, custody, driver } = wipe;
  if (kiosk === null || search === null || spool === null) {
    throw new Error('a wipe cannot be concluded yet');
  }
  // Made first and shown last: what cannot be signed must not find its row gone.
  const receipt = makeReceipt(
    desk.signingKey(),
    { day: wipe.day, kiosk: kiosk.name },
    { outcome, custody, search, spool },
    { processesEnded: ended.processesEnded, foldersRemoved: ended.foldersRemoved },
    driver === 'virtual' ? 'built-in' : 'machine',
    ended.selections ?? 'cannot-tell',
  );
  if (wipe.concluded === 0) {
    desk.vault.database.transaction(() => {
      desk.owed.owe(entriesOfWipe({ ...wipe, search, spool, processesEnded: ended.processesEnded }));
      desk.vault.wipes.setConcluded(wipe.id);
    })();
  }
  desk.owed.settle(() => removeWipe(desk, wipe));
  return receipt;
}

/** A card that was handed over is counted, whatever became of its wipe; that is said by the reason. */
function close(desk: Desk, wipe: WipeRow, step: WipeStep, { by, reason }: Closing): void {
  recordAct(desk, () => {
    const issued = issuedEntry(wipe);
    removeWipe(desk, wipe);
    return [...issued, { kind: 'wipe-closed', utc: desk.clock.now(), by, step, reason }];
  });
}

/** The wipe row, and with it what it told of jobs on the printer's side. Inside the caller's transaction. */
function removeWipe(desk: Desk, wipe: WipeRow): void {
  desk.jobRows.remove(wipe.id);
  desk.vault.wipes.remove(wipe.id);
}
