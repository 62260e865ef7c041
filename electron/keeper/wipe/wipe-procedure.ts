import type { ApplicationId } from '../../../shared/contract/ids.ts';
import type { EndedPart, Receipt, SearchReport } from '../../../shared/contract/receipt.ts';
import { type WipeStep, wipeSteps } from '../../../shared/contract/refusals.ts';
import type { WipeRow } from '../vault/rows.ts';
import type { WipeRows } from '../vault/wipe-rows.ts';
import { type StepOutcome, searchOutcome } from './search-outcome.ts';

/** The acts of a wipe, one for each step that acts. Each may be tried again and again. */
export interface WipeActs {
  endWorker(application: ApplicationId): Promise<boolean>;
  destroyKey(application: ApplicationId): boolean;
  deleteRows(application: ApplicationId): boolean;
  purgePrintSide(application: ApplicationId): boolean;
  /** Ends the session's processes and proves it. `null`: it could not be proven. */
  endSession(application: ApplicationId): Promise<{ readonly processes: number } | null>;
  /** Removes the session's folder. `null`: it is still there. */
  removeFolder(application: ApplicationId): { readonly folders: number } | null;
  /** Writes receipt and ledger entries and then removes the wipe row. Only when every step is done. */
  conclude(wipe: WipeRow): Receipt;
}

/** What the owner of the procedure learns. */
export interface WipeEvents {
  /** A step could not be proven: intake locks until a later attempt proves it. */
  failed(step: WipeStep, attempts: number, error: unknown): void;
  /** What had failed is proven now; the wipe itself may still go on. */
  recovered(application: ApplicationId): void;
  ended(application: ApplicationId, receipt: Receipt): void;
}

interface FailedStep {
  readonly step: WipeStep;
  readonly error: unknown;
}

/**
 * The wipe (DESIGN 6). No step waits for the success of another; each is recorded as done or open in the
 * wipe row, and open ones are tried again, also by the next keeper after a crash.
 */
export interface WipeProcedure {
  /** Steps 1 to 4: all that needs no search. The wipe row must be there already. */
  begin(application: ApplicationId): Promise<void>;
  /** The core's report, or `not-searched` when its session died first; then the remaining steps. */
  searched(application: ApplicationId, report: SearchReport): Promise<void>;
  /** Tries whatever is open once more. */
  retry(): Promise<void>;
  /** The step that keeps intake locked, if one does. */
  failure(): { readonly step: WipeStep; readonly attempts: number } | null;
}

/** Waits between attempts, in milliseconds: then doubles up to the longest. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 60_000;

/** Builds the procedure. `later` schedules a retry (a timer, or a test's own). */
export function createWipeProcedure(
  rows: WipeRows,
  acts: WipeActs,
  events: WipeEvents,
  later: (milliseconds: number, run: () => Promise<void>) => void,
): WipeProcedure {
  const failures = new Map<ApplicationId, { step: WipeStep; attempts: number }>();
  const running = new Map<ApplicationId, Promise<void>>();
  const waiting = new Set<ApplicationId>();
  /** What cores reported, until it stands in the wipe row: a full disk must not lose it. */
  const reports = new Map<ApplicationId, SearchReport>();

  /**
   * One pass at a time for each wipe: a retry waits for the pass that is under way and then looks again.
   * A pass never rejects, or the next one would never run.
   */
  function pass(application: ApplicationId): Promise<void> {
    const next = (running.get(application) ?? Promise.resolve())
      .then(() => runOpenSteps(application))
      .catch((error: unknown) => markFailed(application, [{ step: 'rows-deleted', error }]))
      // The owner could not take the news: the failure stands all the same, and the retry is on its way.
      .catch(() => undefined);
    running.set(application, next);
    return next.finally(() => {
      if (running.get(application) === next) running.delete(application);
    });
  }

  async function runOpenSteps(application: ApplicationId): Promise<void> {
    if (!rows.all().some((row) => row.application === application)) return void failures.delete(application);
    const failed: FailedStep[] = [];
    for (const step of wipeSteps) {
      try {
        const row = rows.of(application);
        if (row.done.includes(step)) continue;
        const outcome = await tryStep(step, row);
        if (outcome === 'done') rows.setDone(row.id, [...row.done, step]);
        if (outcome === 'failed') failed.push({ step, error: null });
      } catch (error) {
        // Whatever was thrown, the step is not proven. It reaches the clerk as a failed step, with the error
        // beside it for the log; it is never only logged.
        failed.push({ step, error });
      }
    }
    if (failed.length > 0) return markFailed(application, failed);
    // What had failed is proven by now, also while the search is still to come.
    if (failures.delete(application)) events.recovered(application);
    const row = rows.of(application);
    if (!wipeSteps.every((step) => row.done.includes(step))) return;
    // Without its ledger entry a wipe is not proven to anybody: what is thrown here fails the pass.
    const receipt = acts.conclude(row);
    reports.delete(application);
    events.ended(application, receipt);
  }

  async function tryStep(step: WipeStep, row: WipeRow): Promise<StepOutcome> {
    switch (step) {
      case 'worker-ended':
        return (await acts.endWorker(row.application)) ? 'done' : 'failed';
      case 'key-destroyed':
        return acts.destroyKey(row.application) ? 'done' : 'failed';
      case 'rows-deleted':
        return acts.deleteRows(row.application) ? 'done' : 'failed';
      case 'print-side-purged':
        return acts.purgePrintSide(row.application) ? 'done' : 'failed';
      case 'searched': {
        const search = row.search ?? reports.get(row.application) ?? null;
        if (row.search === null && search !== null) rows.setSearch(row.id, search);
        return searchOutcome(search);
      }
      case 'session-ended': {
        if (row.search === null) return 'not-yet';
        const gone = await acts.endSession(row.application);
        if (gone === null) return 'failed';
        keepEnded(row, { processesEnded: gone.processes, foldersRemoved: 0 });
        return 'done';
      }
      case 'folder-removed': {
        if (row.search === null) return 'not-yet';
        const gone = acts.removeFolder(row.application);
        if (gone === null) return 'failed';
        keepEnded(row, { processesEnded: 0, foldersRemoved: gone.folders });
        return 'done';
      }
    }
  }

  /** The larger figure stands: an act that is tried again finds less to end than there was. */
  function keepEnded({ id, ended }: WipeRow, now: EndedPart): void {
    rows.setEnded(id, {
      processesEnded: Math.max(ended.processesEnded, now.processesEnded),
      foldersRemoved: Math.max(ended.foldersRemoved, now.foldersRemoved),
    });
  }

  function markFailed(application: ApplicationId, failed: readonly FailedStep[]): void {
    const [first] = failed;
    if (first === undefined) return;
    const attempts = (failures.get(application)?.attempts ?? 0) + 1;
    failures.set(application, { step: first.step, attempts });
    // What a search found stays found: a person has to look, no timer will.
    if (failed.some(({ step, error }) => step !== 'searched' || error !== null))
      retryLater(application, attempts);
    // Last: whatever becomes of the news, the failure stands and the retry is on its way.
    events.failed(first.step, attempts, first.error);
  }

  /** One timer for each wipe, however many passes fail meanwhile. */
  function retryLater(application: ApplicationId, attempts: number): void {
    if (waiting.has(application)) return;
    waiting.add(application);
    later(Math.min(FIRST_PAUSE * 2 ** (attempts - 1), LONGEST_PAUSE), () => {
      waiting.delete(application);
      return pass(application);
    });
  }

  return {
    begin: pass,
    searched(application, report) {
      if (!reports.has(application)) reports.set(application, report);
      return pass(application);
    },
    async retry() {
      await Promise.all(rows.all().map((row) => pass(row.application)));
    },
    failure() {
      const [first] = failures.values();
      return first ?? null;
    },
  };
}
