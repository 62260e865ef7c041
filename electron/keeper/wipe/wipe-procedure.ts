import { type WipeStep, wipeSteps } from '../../../shared/contract/application/wipe-steps.ts';
import type { ApplicationId } from '../../../shared/contract/ids.ts';
import { err, ok } from '../../../shared/result.ts';
import type { WipeRow } from '../vault/rows.ts';
import type { WipeRows } from '../vault/wipe-rows.ts';
import { createPasses } from './one-pass-at-a-time.ts';
import { createWipeAttempts, type FailedStep, type WipeAttempts } from './wipe-attempts.ts';
import { createWipeEndings, type WipeEndings } from './wipe-endings.ts';
import type { WipeActs, WipeEvents, WipeProcedure } from './wipe-parts.ts';
import { createWipeSteps, type WipeSteps } from './wipe-steps.ts';

/** Steps that end what knew the person. A restart of the kiosk ends it where nothing else does. */
const LIVING: readonly WipeStep[] = ['session-ended', 'folder-removed'];

/** A printer that is off keeps this step open without keeping intake locked or the record alive. */
const PRINT_SIDE: WipeStep = 'print-side-purged';

/** Record and session are gone: a printer is waited for, and nobody else waits. */
export function isOnlyPrintSideOpen({ done }: WipeRow): boolean {
  const open = wipeSteps.filter((step) => !done.includes(step));
  return open.length === 1 && open[0] === PRINT_SIDE;
}

/** What a procedure is made of. */
interface Procedure {
  readonly rows: WipeRows;
  readonly steps: WipeSteps;
  readonly attempts: WipeAttempts;
  readonly endings: WipeEndings;
  readonly events: WipeEvents;
}

/** Builds the procedure. `later` schedules a retry (a timer, or a test's own). */
export function createWipeProcedure(
  rows: WipeRows,
  acts: WipeActs,
  events: WipeEvents,
  clock: { now(): number },
  later: (milliseconds: number, run: () => Promise<void>) => void,
): WipeProcedure {
  const steps = createWipeSteps(acts);
  const attempts = createWipeAttempts((application) => pass(application), later, clock.now);
  const endings = createWipeEndings(acts, events, attempts, steps);
  const procedure: Procedure = { rows, steps, attempts, endings, events };
  const pass = createPasses(
    (application) => runOpenSteps(procedure, application),
    (application, error) => endings.fail(application, [{ step: 'rows-deleted', error }]),
  );

  // The rows of those that are concluded are gone.
  const underWay = (): number =>
    endings.concluded().size +
    rows
      .all()
      .filter(
        (row) => !isOnlyPrintSideOpen(row) && !steps.isStopped(row) && !endings.isUnsigned(row.application),
      ).length;

  /** The wipe that would be closed, and the step that stays open then. */
  function toClose(): { readonly application: ApplicationId; readonly step: WipeStep } | null {
    // What is concluded has its entries: there is nothing to close, only zeros to write.
    const [locking] = attempts.locking().filter(([application]) => !endings.concluded().has(application));
    const [open] = rows.all().filter(isOnlyPrintSideOpen);
    const application = locking?.[0] ?? open?.application;
    return application === undefined ? null : { application, step: locking?.[1].step ?? PRINT_SIDE };
  }

  return {
    begin: pass,
    searched(application, report) {
      steps.report(application, report);
      return pass(application);
    },
    async retry() {
      const open = rows.all().map((row) => row.application);
      await Promise.all([...open, ...endings.concluded().keys()].map(pass));
    },
    failure() {
      const [first] = attempts.locking();
      if (first === undefined) return null;
      const [application, failure] = first;
      // The rows of those are gone, with the key.
      if (endings.concluded().has(application))
        return { ...failure, foundDetails: false, keyDestroyed: true };
      const row = rows.all().find((each) => each.application === application);
      return {
        ...failure,
        foundDetails: row?.search?.kind === 'searched' && row.search.hits > 0,
        keyDestroyed: row?.done.includes('key-destroyed') ?? false,
      };
    },
    printSideOpen: () => rows.all().filter(isOnlyPrintSideOpen).length,
    stopped: () => rows.all().filter((row) => steps.isStopped(row) && !isOnlyPrintSideOpen(row)).length,
    underWay,
    busy: () => underWay() > 0,
    toClose: () => toClose()?.application ?? null,
    close(closing) {
      const found = toClose();
      if (found === null) return err({ kind: 'no-failed-wipe' });
      const { application, step } = found;
      const { done } = rows.of(application);
      if (!done.includes('key-destroyed')) return err({ kind: 'key-not-destroyed' });
      // Nobody looks after it any more once it is closed: so nothing of it may be alive.
      if (!LIVING.every((each) => done.includes(each))) return err({ kind: 'session-not-ended' });
      acts.close(rows.of(application), step, closing);
      endings.forget(application);
      return ok(application);
    },
  };
}

/** One pass: every open step is tried once, whatever became of those before it. */
async function runOpenSteps(procedure: Procedure, application: ApplicationId): Promise<void> {
  const { rows, steps, attempts, endings, events } = procedure;
  if (endings.end(application)) return;
  if (!rows.all().some((row) => row.application === application)) {
    endings.tellRecovered(application);
    return endings.forget(application);
  }
  const failed = await trySteps(procedure, application);
  const locking = failed.filter(({ step }) => step !== PRINT_SIDE);
  if (locking.length > 0) return endings.fail(application, locking);
  const row = rows.of(application);
  const isProven = wipeSteps.every((step) => row.done.includes(step));
  // What had failed is proven by now, also while the search is still to come. Where nothing is to come but the
  // ledger's entry, its end tells it: a ledger that takes nothing would be told once for every attempt.
  if (!isProven) endings.tellRecovered(application);
  if (failed.length > 0) {
    attempts.waitForPrinter(application);
    events.printSideOpen(application, failed[0]?.error ?? null);
    return;
  }
  if (steps.isStopped(row)) return events.stopped(application);
  if (isProven) endings.conclude(row);
}

/** Tries each open step and writes down what is done. Answers those that are not proven. */
async function trySteps(
  { rows, steps }: Procedure,
  application: ApplicationId,
): Promise<readonly FailedStep[]> {
  const failed: FailedStep[] = [];
  for (const step of wipeSteps) {
    try {
      const row = rows.of(application);
      if (row.done.includes(step)) continue;
      const { outcome, found } = await steps.attempt(step, row);
      if (outcome === 'done') rows.update({ ...row, ...found, done: [...row.done, step] });
      else if (found !== undefined) rows.update({ ...row, ...found });
      if (outcome === 'failed') failed.push({ step, error: null });
    } catch (error) {
      // Whatever was thrown, the step is not proven. It reaches the clerk as a failed step, with the error
      // beside it for the log; it is never only logged.
      failed.push({ step, error });
    }
  }
  return failed;
}
