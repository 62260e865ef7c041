import type { ApplicationId } from '../../../shared/contract/ids.ts';
import type { EndedPart, Receipt, SearchReport } from '../../../shared/contract/receipt.ts';
import { type WipeStep, wipeSteps } from '../../../shared/contract/refusals.ts';
import type { WipeRow } from '../vault/rows.ts';
import type { WipeRows } from '../vault/wipe-rows.ts';

/** What became of one step. `not-yet`: it needs something that has not happened (the search, the session). */
export type StepOutcome = 'done' | 'failed' | 'not-yet';

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
  ended(application: ApplicationId, receipt: Receipt): void;
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
  later: (milliseconds: number, run: () => void) => void,
): WipeProcedure {
  const failures = new Map<ApplicationId, { step: WipeStep; attempts: number }>();
  const running = new Map<ApplicationId, Promise<void>>();

  /** One pass at a time for each wipe: a retry waits for the pass that is under way and then looks again. */
  function pass(application: ApplicationId): Promise<void> {
    const next = (running.get(application) ?? Promise.resolve()).then(() => runOpenSteps(application));
    running.set(application, next);
    return next;
  }

  async function runOpenSteps(application: ApplicationId): Promise<void> {
    if (!rows.all().some((row) => row.application === application)) return;
    let failed: WipeStep | null = null;
    let cause: unknown = null;
    for (const step of wipeSteps) {
      const row = rows.of(application);
      if (row.done.includes(step)) continue;
      let outcome: StepOutcome;
      try {
        outcome = await tryStep(step, row);
      } catch (error) {
        // Whatever was thrown, the step is not proven. It reaches the clerk as a failed step, with the error
        // beside it for the log; it is never only logged.
        cause = error;
        outcome = 'failed';
      }
      if (outcome === 'done') rows.setDone(row.id, [...row.done, step]);
      if (outcome === 'failed') failed ??= step;
    }
    if (failed !== null) return markFailed(application, failed, cause);
    const row = rows.of(application);
    if (!wipeSteps.every((step) => row.done.includes(step))) return;
    let receipt: Receipt;
    try {
      receipt = acts.conclude(row);
    } catch (error) {
      // Without its ledger entry a wipe is not proven to anybody.
      return markFailed(application, 'rows-deleted', error);
    }
    failures.delete(application);
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
      case 'searched':
        return searchOutcome(row.search);
      case 'session-ended': {
        if (row.search === null) return 'not-yet';
        const gone = await acts.endSession(row.application);
        if (gone === null) return 'failed';
        addEnded(row, { processesEnded: gone.processes, foldersRemoved: 0 });
        return 'done';
      }
      case 'folder-removed': {
        if (row.search === null) return 'not-yet';
        const gone = acts.removeFolder(row.application);
        if (gone === null) return 'failed';
        addEnded(row, { processesEnded: 0, foldersRemoved: gone.folders });
        return 'done';
      }
    }
  }

  function addEnded(row: WipeRow, more: EndedPart): void {
    rows.setEnded(row.id, {
      processesEnded: row.ended.processesEnded + more.processesEnded,
      foldersRemoved: row.ended.foldersRemoved + more.foldersRemoved,
    });
  }

  function markFailed(application: ApplicationId, step: WipeStep, error: unknown): void {
    const attempts = (failures.get(application)?.attempts ?? 0) + 1;
    failures.set(application, { step, attempts });
    events.failed(step, attempts, error);
    // What a search found stays found: a person has to look, no timer will.
    if (step === 'searched') return;
    later(Math.min(FIRST_PAUSE * 2 ** (attempts - 1), LONGEST_PAUSE), () => void pass(application));
  }

  return {
    begin: pass,
    searched(application, report) {
      const row = rows.of(application);
      if (row.search === null) rows.setSearch(row.id, report);
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

/** A search that found something, or that could not show that it finds, proves no wipe. */
function searchOutcome(search: SearchReport | null): StepOutcome {
  if (search === null) return 'not-yet';
  switch (search.kind) {
    case 'searched':
      return search.hits === 0 ? 'done' : 'failed';
    case 'void':
      return 'failed';
    // The values died with their session: nothing to search for. The receipt says so.
    case 'not-searched':
      return 'done';
  }
}
