import { type WipeStep, wipeSteps } from '../../../shared/contract/application/wipe-steps.ts';
import type { ApplicationId } from '../../../shared/contract/ids.ts';
import type { SearchReport, SearchSummary } from '../../../shared/contract/receipt.ts';
import type { WipeRow } from '../vault/rows.ts';
import { type StepOutcome, searchOutcome, summaryOf } from './search-outcome.ts';
import type { WipeActs } from './wipe-parts.ts';

/** What became of one step, and what it found for the wipe row. */
export interface Tried {
  readonly outcome: StepOutcome;
  readonly found?: Partial<Pick<WipeRow, 'search' | 'spool' | 'selections'>>;
}

const DONE: Tried = { outcome: 'done' };
const FAILED: Tried = { outcome: 'failed' };
const NOT_YET: Tried = { outcome: 'not-yet' };

/** Steps that destroy something of the record: a legal hold may stop them. */
const DESTROYING: readonly WipeStep[] = ['key-destroyed', 'rows-deleted', 'print-side-purged'];

const NOT_SEARCHED: SearchSummary = { kind: 'not-searched' };

/** The steps of wipes, each tried by its act. */
export interface WipeSteps {
  /** Tries one step. Throws what the act throws: then the step is not proven. */
  attempt(step: WipeStep, row: WipeRow): Promise<Tried>;
  /** All that is open of it is what a legal hold stops. */
  isStopped(row: WipeRow): boolean;
  /** The core has searched: kept until it stands in the wipe row, for a full disk must not lose it. The first report counts. */
  report(application: ApplicationId, report: SearchReport): void;
  /** Nothing of this wipe is open any more. */
  forget(application: ApplicationId): void;
}

/** The steps as these acts do them. */
export function createWipeSteps(acts: WipeActs): WipeSteps {
  const reports = new Map<ApplicationId, SearchSummary>();
  const isHeld = (row: WipeRow): boolean => acts.holdVerdict(row).kind === 'wipe-stopped';
  /** Whether or not the disk took the report: the session must not outlive a full one. */
  const isReported = (row: WipeRow): boolean => row.search !== null || reports.has(row.application);

  function search(row: WipeRow): Tried {
    const report = reports.get(row.application) ?? null;
    // Of a record that a hold keeps a search would find everything: it says nothing about a wipe.
    const found = row.search ?? (isHeld(row) && report !== null ? NOT_SEARCHED : report);
    const outcome = searchOutcome(found);
    return row.search === found ? { outcome } : { outcome, found: { search: found } };
  }

  return {
    async attempt(step, row) {
      if (isHeld(row) && DESTROYING.includes(step)) return NOT_YET;
      switch (step) {
        case 'worker-ended':
          return (await acts.endWorker(row.application)) ? DONE : FAILED;
        case 'key-destroyed':
          return acts.destroyKey(row.application) ? DONE : FAILED;
        case 'rows-deleted':
          return acts.deleteRows(row.application) ? DONE : FAILED;
        case 'print-side-purged': {
          const spool = await acts.purgePrintSide(row.application);
          return spool === null ? FAILED : { outcome: 'done', found: { spool } };
        }
        case 'searched':
          return search(row);
        case 'session-ended': {
          if (!isReported(row)) return NOT_YET;
          const gone = await acts.endSession(row.application);
          return gone === null ? FAILED : { outcome: 'done', found: { selections: gone.selections } };
        }
        case 'folder-removed': {
          if (!isReported(row)) return NOT_YET;
          return acts.removeFolder(row.application) ? DONE : FAILED;
        }
      }
    },
    isStopped: (row) =>
      isHeld(row) && wipeSteps.every((step) => DESTROYING.includes(step) || row.done.includes(step)),
    report(application, report) {
      if (!reports.has(application)) reports.set(application, summaryOf(report));
    },
    forget: (application) => void reports.delete(application),
  };
}
