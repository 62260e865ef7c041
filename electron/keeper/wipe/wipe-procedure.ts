import type { ApplicationId } from '../../../shared/contract/ids.ts';
import type { Receipt, SearchReport } from '../../../shared/contract/receipt.ts';
import { type WipeStep, wipeSteps } from '../../../shared/contract/refusals.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Clock } from '../clock.ts';
import type { WipeRow } from '../vault/rows.ts';
import type { WipeRows } from '../vault/wipe-rows.ts';
import { type StepOutcome, searchOutcome } from './search-outcome.ts';
import type { WipeActs, WipeEvents, WipeFailure, WipeProcedure } from './wipe-parts.ts';

/** What became of one step, and what it found for the wipe row. */
interface Tried {
  readonly outcome: StepOutcome;
  readonly found?: Partial<Pick<WipeRow, 'search' | 'spool' | 'ended'>>;
}

const DONE: Tried = { outcome: 'done' };
const FAILED: Tried = { outcome: 'failed' };
const NOT_YET: Tried = { outcome: 'not-yet' };

interface FailedStep {
  readonly step: WipeStep;
  readonly error: unknown;
}

/** Steps that destroy something of the record: a legal hold may stop them. */
const DESTROYING: readonly WipeStep[] = ['key-destroyed', 'rows-deleted', 'print-side-purged'];

/** Steps that end what knew the person. A restart of the kiosk ends it where nothing else does. */
const LIVING: readonly WipeStep[] = ['session-ended', 'folder-removed'];

/** A printer that is off keeps this step open without keeping intake locked or the record alive. */
const PRINT_SIDE: WipeStep = 'print-side-purged';

/** Waits between attempts, in milliseconds: then doubles up to the longest. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 60_000;

const NOT_SEARCHED: SearchReport = { kind: 'not-searched' };

/** Record and session are gone: a printer is waited for, and nobody else waits. */
export function isOnlyPrintSideOpen({ done }: WipeRow): boolean {
  const open = wipeSteps.filter((step) => !done.includes(step));
  return open.length === 1 && open[0] === PRINT_SIDE;
}

/** The larger figure stands: an act that is tried again finds less to end than there was. */
function ended({ ended: before }: WipeRow, now: Partial<WipeRow['ended']>): Tried {
  const larger = {
    ...before,
    ...now,
    processesEnded: Math.max(before.processesEnded, now.processesEnded ?? 0),
    foldersRemoved: Math.max(before.foldersRemoved, now.foldersRemoved ?? 0),
  };
  return { outcome: 'done', found: { ended: larger } };
}

/** Builds the procedure. `later` schedules a retry (a timer, or a test's own). */
export function createWipeProcedure(
  rows: WipeRows,
  acts: WipeActs,
  events: WipeEvents,
  clock: Pick<Clock, 'now'>,
  later: (milliseconds: number, run: () => Promise<void>) => void,
): WipeProcedure {
  const failures = new Map<ApplicationId, Pick<WipeFailure, 'step' | 'attempts' | 'retryAt'>>();
  const attemptsOf = new Map<ApplicationId, number>();
  const retryAt = new Map<ApplicationId, number>();
  const running = new Map<ApplicationId, Promise<void>>();
  const waiting = new Set<ApplicationId>();
  /** What cores reported, until it stands in the wipe row: a full disk must not lose it. */
  const reports = new Map<ApplicationId, SearchReport>();
  /** Concluded, and the row is gone; but what that left is not erased yet, so that the receipt has to wait. */
  const concluded = new Map<ApplicationId, Receipt>();

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
    const receipt = concluded.get(application);
    if (receipt !== undefined) return end(application, receipt);
    if (!rows.all().some((row) => row.application === application)) {
      tellRecovered(application);
      return forget(application);
    }
    const failed: FailedStep[] = [];
    for (const step of wipeSteps) {
      try {
        const row = rows.of(application);
        if (row.done.includes(step)) continue;
        const { outcome, found } = await tryStep(step, row);
        if (outcome === 'done') rows.update({ ...row, ...found, done: [...row.done, step] });
        else if (found !== undefined) rows.update({ ...row, ...found });
        if (outcome === 'failed') failed.push({ step, error: null });
      } catch (error) {
        // Whatever was thrown, the step is not proven. It reaches the clerk as a failed step, with the error
        // beside it for the log; it is never only logged.
        failed.push({ step, error });
      }
    }
    const locking = failed.filter(({ step }) => step !== PRINT_SIDE);
    if (locking.length > 0) return markFailed(application, locking);
    const row = rows.of(application);
    const isProven = wipeSteps.every((step) => row.done.includes(step));
    // What had failed is proven by now, also while the search is still to come. Where nothing is to come but the
    // ledger's entry, its end tells it: a ledger that takes nothing would be told once for every attempt.
    if (!isProven) tellRecovered(application);
    if (failed.length > 0) {
      retryLater(application, countAttempt(application));
      events.printSideOpen(application, failed[0]?.error ?? null);
      return;
    }
    if (isStopped(row)) return events.stopped(application);
    if (!isProven) return;
    // Without its ledger entry a wipe is not proven to anybody: what is thrown here fails the pass.
    concluded.set(application, acts.conclude(row));
    return runOpenSteps(application);
  }

  /** The last transaction of this ending is done: no receipt before what it left is erased as well. */
  function end(application: ApplicationId, receipt: Receipt): void {
    if (!acts.eraseTraces()) {
      markFailed(application, [{ step: 'rows-deleted', error: null }]);
      return;
    }
    // Before the news, which shows everybody what is still open.
    concluded.delete(application);
    try {
      tellRecovered(application);
    } catch (error) {
      // The receipt waits with it for the next pass.
      concluded.set(application, receipt);
      throw error;
    }
    forget(application);
    events.ended(application, receipt);
  }

  function tellRecovered(application: ApplicationId): void {
    if (failures.delete(application)) events.recovered(application);
  }

  /** The core has searched, whether or not the disk took its report: its session must not outlive a full one. */
  function isReported(row: WipeRow): boolean {
    return row.search !== null || reports.has(row.application);
  }

  /** All that is open of it is what a legal hold stops. */
  function isStopped(row: WipeRow): boolean {
    return (
      !row.done.includes('key-destroyed') &&
      acts.stoppedByHold(row) &&
      wipeSteps.every((step) => DESTROYING.includes(step) || row.done.includes(step))
    );
  }

  /** Nothing of this wipe is open any more. */
  function forget(application: ApplicationId): void {
    failures.delete(application);
    attemptsOf.delete(application);
    reports.delete(application);
  }

  function countAttempt(application: ApplicationId): number {
    const attempts = (attemptsOf.get(application) ?? 0) + 1;
    attemptsOf.set(application, attempts);
    return attempts;
  }

  async function tryStep(step: WipeStep, row: WipeRow): Promise<Tried> {
    const stopped = !row.done.includes('key-destroyed') && acts.stoppedByHold(row);
    if (stopped && DESTROYING.includes(step)) return NOT_YET;
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
      case 'searched': {
        const report = reports.get(row.application) ?? null;
        // Of a record that a hold keeps a search would find everything: it says nothing about a wipe.
        const search = row.search ?? (stopped && report !== null ? NOT_SEARCHED : report);
        const outcome = searchOutcome(search);
        return row.search === search ? { outcome } : { outcome, found: { search } };
      }
      case 'session-ended': {
        if (!isReported(row)) return NOT_YET;
        const gone = await acts.endSession(row.application);
        if (gone === null) return FAILED;
        return ended(row, { processesEnded: gone.processes, selections: gone.selections });
      }
      case 'folder-removed': {
        if (!isReported(row)) return NOT_YET;
        const gone = acts.removeFolder(row.application);
        return gone === null ? FAILED : ended(row, { foldersRemoved: gone.folders });
      }
    }
  }

  function markFailed(application: ApplicationId, failed: readonly FailedStep[]): void {
    const [first] = failed;
    if (first === undefined) return;
    const attempts = countAttempt(application);
    // What a search found stays found: a person has to look, no timer will.
    const retries = failed.some(({ step, error }) => step !== 'searched' || error !== null);
    if (retries) retryLater(application, attempts);
    const next = retries ? (retryAt.get(application) ?? null) : null;
    failures.set(application, { step: first.step, attempts, retryAt: next });
    // Last: whatever becomes of the news, the failure stands and the retry is on its way.
    events.failed(application, first.step, first.error);
  }

  function isKeyDestroyed(application: ApplicationId): boolean {
    if (concluded.has(application)) return true;
    return rows.all().some((row) => row.application === application && row.done.includes('key-destroyed'));
  }

  /** One timer for each wipe, however many passes fail meanwhile. */
  function retryLater(application: ApplicationId, attempts: number): void {
    if (waiting.has(application)) return;
    waiting.add(application);
    const pause = Math.min(FIRST_PAUSE * 2 ** (attempts - 1), LONGEST_PAUSE);
    retryAt.set(application, clock.now() + pause);
    later(pause, () => {
      waiting.delete(application);
      retryAt.delete(application);
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
      await Promise.all([...rows.all().map((row) => row.application), ...concluded.keys()].map(pass));
    },
    failure() {
      const [first] = failures;
      return first === undefined ? null : { ...first[1], keyDestroyed: isKeyDestroyed(first[0]) };
    },
    printSideOpen: () => rows.all().filter(isOnlyPrintSideOpen).length,
    busy: () => concluded.size > 0 || rows.all().some((row) => !isOnlyPrintSideOpen(row) && !isStopped(row)),
    close(closing) {
      // What is concluded has its entries: there is nothing to close, only zeros to write.
      const [locking] = [...failures].filter(([application]) => !concluded.has(application));
      const [open] = rows.all().filter(isOnlyPrintSideOpen);
      const application = locking?.[0] ?? open?.application;
      if (application === undefined) return err({ kind: 'no-failed-wipe' });
      const step = locking?.[1].step ?? PRINT_SIDE;
      const { done, concluded: owed } = rows.of(application);
      // All of it is proven, and the ledger only has to take what it is owed: there is nothing to close.
      if (owed === 1) return err({ kind: 'no-failed-wipe' });
      if (!done.includes('key-destroyed')) return err({ kind: 'key-not-destroyed' });
      // Nobody looks after it any more once it is closed: so nothing of it may be alive.
      if (!LIVING.every((each) => done.includes(each))) return err({ kind: 'session-not-ended' });
      acts.close(rows.of(application), step, closing);
      forget(application);
      return ok(application);
    },
  };
}
