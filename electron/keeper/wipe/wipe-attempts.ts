import type { WipeStep } from '../../../shared/contract/application/wipe-steps.ts';
import type { ApplicationId } from '../../../shared/contract/ids.ts';
import type { WipeFailure } from './wipe-parts.ts';

/** A step that is not proven, and what was thrown by it; null: nothing was. */
export interface FailedStep {
  readonly step: WipeStep;
  readonly error: unknown;
}

/** A failure without what the wipe row says of it. */
export type LockingFailure = Pick<WipeFailure, 'step' | 'attempts' | 'retryAt'>;

/** Waits between attempts, in milliseconds: then doubles up to the longest. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 60_000;

/** How often wipes were tried, which of them keep intake locked, and when each is tried again. */
export interface WipeAttempts {
  /** Counts one more attempt that failed: intake locks. It is tried again by itself, unless only a person can go on. */
  fail(application: ApplicationId, first: FailedStep, all: readonly FailedStep[]): void;
  /** Counts one more attempt that left only the printer's side open: it is tried again, and nothing locks. */
  waitForPrinter(application: ApplicationId): void;
  /** What had failed is proven now. False: nothing had failed. */
  recover(application: ApplicationId): boolean;
  /** The wipes that keep intake locked, the longest first. */
  locking(): readonly (readonly [ApplicationId, LockingFailure])[];
  /** Nothing of this wipe is open any more. */
  forget(application: ApplicationId): void;
}

/** `retry`: tries a wipe once more. `later`: a timer, or a test's own. `now`: epoch milliseconds. */
export function createWipeAttempts(
  retry: (application: ApplicationId) => Promise<void>,
  later: (milliseconds: number, run: () => Promise<void>) => void,
  now: () => number,
): WipeAttempts {
  const failures = new Map<ApplicationId, LockingFailure>();
  const counts = new Map<ApplicationId, number>();
  /** When each is tried again: one timer for each wipe, however many passes fail meanwhile. */
  const retryAt = new Map<ApplicationId, number>();

  function count(application: ApplicationId): number {
    const attempts = (counts.get(application) ?? 0) + 1;
    counts.set(application, attempts);
    return attempts;
  }

  function retryLater(application: ApplicationId, attempts: number): void {
    if (retryAt.has(application)) return;
    const pause = Math.min(FIRST_PAUSE * 2 ** (attempts - 1), LONGEST_PAUSE);
    retryAt.set(application, now() + pause);
    later(pause, () => {
      retryAt.delete(application);
      return retry(application);
    });
  }

  return {
    fail(application, { step }, all) {
      const attempts = count(application);
      // What a search found stays found: a person has to look, no timer will.
      const retries = all.some((failed) => failed.step !== 'searched' || failed.error !== null);
      if (retries) retryLater(application, attempts);
      const next = retries ? (retryAt.get(application) ?? null) : null;
      failures.set(application, { step, attempts, retryAt: next });
    },
    waitForPrinter(application) {
      retryLater(application, count(application));
    },
    recover: (application) => failures.delete(application),
    locking: () => [...failures],
    forget(application) {
      failures.delete(application);
      counts.delete(application);
    },
  };
}
