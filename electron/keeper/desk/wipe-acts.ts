import { dayOfText } from '../../../shared/calendar.ts';
import type { Receipt, SearchReport } from '../../../shared/contract/receipt.ts';
import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import { roundFigure } from '../../../shared/ledger/rounding.ts';
import { makeReceipt } from '../receipt/receipt.ts';
import type { WipeRow } from '../vault/rows.ts';
import type { WipeActs } from '../wipe/wipe-procedure.ts';
import { type Desk, occupantOf } from './desk.ts';
import { forgetOccupant } from './turn-over.ts';

/** The acts of a wipe, as this desk performs them. */
export function wipeActs(desk: Desk): WipeActs {
  return {
    async endWorker(application) {
      return (await desk.jobs.endWorker(application)).ok;
    },
    destroyKey(application) {
      desk.custody.destroy(application);
      return !desk.custody.has(application);
    },
    deleteRows(application) {
      desk.vault.remove(application);
      return desk.vault.find(application) === null;
    },
    purgePrintSide: (application) => desk.jobs.purge(application).ok,
    async endSession(application) {
      const occupant = occupantOf(desk, application);
      // Its session is gone already (it died, or an earlier keeper's was ended at the start of this one).
      if (occupant === null) return { processes: 0 };
      await occupant.turnedOver;
      const ended = await desk.pool.end(occupant.session);
      return ended.ok ? { processes: ended.value } : null;
    },
    removeFolder(application) {
      const occupant = occupantOf(desk, application);
      if (occupant === null) return { folders: 0 };
      if (!occupant.session.removeFolder().ok) return null;
      forgetOccupant(desk, occupant);
      return { folders: 1 };
    },
    conclude: (wipe) => conclude(desk, wipe),
  };
}

/**
 * Receipt, ledger entries, and only then the wipe row goes. The row says from which sequence on its entries
 * stand, so that a crash in between does not count an application twice.
 */
function conclude(desk: Desk, wipe: WipeRow): Receipt {
  const kiosk = desk.kiosk();
  if (kiosk === null || wipe.search === null) throw new Error('a wipe cannot be concluded yet');
  const { search, ended, outcome } = wipe;
  const receipt = makeReceipt(
    desk.signingKey(),
    { day: wipe.day, kiosk: kiosk.name },
    { outcome, custody: 'memory', search },
    ended,
  );
  const { wipes } = desk.vault;
  const head = desk.ledger.head()?.sequence ?? 0;
  if (wipe.ledger_from === null || head < wipe.ledger_from) {
    wipes.setLedgerFrom(wipe.id, head + 1);
    try {
      desk.ledger.appendAll(entriesOf(wipe, search));
    } catch (error) {
      // Nothing was written (one transaction), and another entry may come before the next attempt.
      wipes.setLedgerFrom(wipe.id, null);
      throw error;
    }
  }
  wipes.remove(wipe.id);
  return receipt;
}

function entriesOf(wipe: WipeRow, search: SearchReport): readonly LedgerEntry[] {
  const day = dayOfText(wipe.day);
  const figures = search.kind === 'searched' ? search : { files: 0, bytes: 0, hits: 0 };
  const attempts = Math.min(99, Math.max(1, wipe.attempts));
  const issued: LedgerEntry = { kind: 'issued', day, printer: 'virtual', attempts };
  const wiped: LedgerEntry = {
    kind: 'wiped',
    day,
    outcome: wipe.outcome,
    custody: 'memory',
    search: search.kind,
    files: roundFigure(figures.files),
    bytes: roundFigure(figures.bytes),
    hits: roundFigure(figures.hits),
    processesEnded: roundFigure(wipe.ended.processesEnded),
  };
  return wipe.outcome === 'issued' ? [issued, wiped] : [wiped];
}
