import type { ApplicationId } from '../../../shared/contract/ids.ts';
import type { Receipt } from '../../../shared/contract/receipt.ts';
import type { WipeRow } from '../vault/rows.ts';
import type { FailedStep, WipeAttempts } from './wipe-attempts.ts';
import type { WipeActs, WipeEvents } from './wipe-parts.ts';
import type { WipeSteps } from './wipe-steps.ts';

/** How wipes end: proven, failed for now, or with nothing of them left. */
export interface WipeEndings {
  /** Some steps are not proven: intake locks, and everybody hears of the first. */
  fail(application: ApplicationId, failed: readonly FailedStep[]): void;
  /** What had failed is proven now, and is told if it had. */
  tellRecovered(application: ApplicationId): void;
  /** All steps are proven: its entries are pending, and what that left in the vault is erased before its receipt is shown. */
  conclude(row: WipeRow): void;
  /** Goes on with one whose row is gone; false: there is none of that name. */
  end(application: ApplicationId): boolean;
  /** Concluded, and the row is gone; but what that left is not erased yet, so that the receipt has to wait. */
  concluded(): ReadonlyMap<ApplicationId, Receipt>;
  /** Proven, and its receipt waits until somebody signs in. */
  isUnsigned(application: ApplicationId): boolean;
  /** Nothing of this wipe is open any more. */
  forget(application: ApplicationId): void;
}

/** The endings of one procedure's wipes. */
export function createWipeEndings(
  acts: WipeActs,
  events: WipeEvents,
  attempts: WipeAttempts,
  steps: WipeSteps,
): WipeEndings {
  const concluded = new Map<ApplicationId, Receipt>();
  const unsigned = new Set<ApplicationId>();

  function tellRecovered(application: ApplicationId): void {
    if (attempts.recover(application)) events.recovered(application);
  }

  function fail(application: ApplicationId, failed: readonly FailedStep[]): void {
    const [first] = failed;
    if (first === undefined) return;
    attempts.fail(application, first, failed);
    // Last: whatever becomes of the news, the failure stands and the retry is on its way.
    events.failed(application, first.step, first.error);
  }

  function forget(application: ApplicationId): void {
    unsigned.delete(application);
    attempts.forget(application);
    steps.forget(application);
  }

  /** The last transaction of this ending is done: no receipt before what it left is erased as well. */
  function endWith(application: ApplicationId, receipt: Receipt): void {
    if (!acts.eraseTraces()) {
      fail(application, [{ step: 'rows-deleted', error: null }]);
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

  /** Its last transaction for now is done as well; the receipt comes with another one. */
  function waitForSignature(application: ApplicationId): void {
    if (!acts.eraseTraces()) {
      fail(application, [{ step: 'rows-deleted', error: null }]);
      return;
    }
    tellRecovered(application);
    unsigned.add(application);
    events.unsigned(application);
  }

  return {
    fail,
    tellRecovered,
    forget,
    isUnsigned: (application) => unsigned.has(application),
    conclude(row) {
      // Without its ledger entry a wipe is not proven to anybody: what is thrown here fails the pass.
      const receipt = acts.conclude(row);
      if (receipt === null) return waitForSignature(row.application);
      concluded.set(row.application, receipt);
      endWith(row.application, receipt);
    },
    end(application) {
      const receipt = concluded.get(application);
      if (receipt !== undefined) endWith(application, receipt);
      return receipt !== undefined;
    },
    concluded: () => concluded,
  };
}
