import type { WipeStep } from '../../../shared/contract/application/wipe-steps.ts';
import type { ApplicationId, MemberId } from '../../../shared/contract/ids.ts';
import type { Receipt, SearchReport, SpoolOutcome } from '../../../shared/contract/receipt.ts';
import type { WipeCloseReason } from '../../../shared/ledger/reasons.ts';
import type { Result } from '../../../shared/result.ts';
import type { HoldVerdict } from '../holds/verdict.ts';
import type { WipeRow } from '../vault/rows.ts';

/** The acts of a wipe, one for each step that acts. Each may be tried again and again. */
export interface WipeActs {
  endWorker(application: ApplicationId): Promise<boolean>;
  destroyKey(application: ApplicationId): boolean;
  deleteRows(application: ApplicationId): boolean;
  /** What the printer's side kept, now proven gone. `null`: it is not proven. */
  purgePrintSide(application: ApplicationId): Promise<SpoolOutcome | null>;
  /** Whether a legal hold stops what would destroy something of this application. */
  holdVerdict(wipe: WipeRow): HoldVerdict;
  /**
   * Ends the session's processes and proves it, and then empties the display's selections. `null`: its end could not
   * be proven.
   */
  endSession(application: ApplicationId): Promise<EndedSession | null>;
  /** Removes the session's folder. False: it is still there. */
  removeFolder(application: ApplicationId): boolean;
  /** Erases what the last transactions left beside the vault. False: it is not erased. */
  eraseTraces(): boolean;
  /**
   * Only when every step is done. Answers the receipt once the vault has its entries and the wipe row is gone. Null: both wait,
   * because nobody has signed in since the start and nothing is signed; to be asked again then.
   */
  conclude(wipe: WipeRow): Receipt | null;
  /** Writes the ledger entry of a wipe that a supervisor closes unproven, and then removes the wipe row. */
  close(wipe: WipeRow, step: WipeStep, closing: Closing): void;
}

/** How the selections were found after the session's processes. */
export interface EndedSession {
  readonly selections: NonNullable<WipeRow['selections']>;
}

/** Who closes an unproven wipe, and why. */
export interface Closing {
  readonly by: MemberId;
  readonly reason: WipeCloseReason;
}

/** What the owner of the procedure learns. */
export interface WipeEvents {
  /** A step could not be proven: intake locks until a later attempt proves it. */
  failed(application: ApplicationId, step: WipeStep, error: unknown): void;
  /** What had failed is proven now; the wipe itself may still go on. */
  recovered(application: ApplicationId): void;
  /** Record and session are gone and proven so; only the printer's side is open, and tried again. */
  printSideOpen(application: ApplicationId, error: unknown): void;
  /** A legal hold stopped it: the session is gone, the record and its key stay until the hold is lifted. */
  stopped(application: ApplicationId): void;
  /** All of it is proven; receipt and entries wait until somebody signs in. */
  unsigned(application: ApplicationId): void;
  ended(application: ApplicationId, receipt: Receipt): void;
}

/** The step that keeps intake locked. */
export interface WipeFailure {
  readonly step: WipeStep;
  /** Its search found some of the applicant's details; false also where it could not be finished. */
  readonly foundDetails: boolean;
  readonly attempts: number;
  /** When it is tried again by itself, epoch milliseconds; null: only a person can go on. */
  readonly retryAt: number | null;
  readonly keyDestroyed: boolean;
}

/** What a supervisor may do about wipes that do not come to their end by themselves. */
export interface WipeOversight {
  /** Tries whatever is open once more. */
  retry(): Promise<void>;
  /** Whose wipe would be closed now: that which keeps intake locked, or one that waits for its printer only. */
  toClose(): ApplicationId | null;
  /** Closes the wipe that keeps intake locked, or one that waits for its printer only, and says whose it was. */
  close(
    closing: Closing,
  ): Result<ApplicationId, { readonly kind: 'no-failed-wipe' | 'key-not-destroyed' | 'session-not-ended' }>;
}

/**
 * The wipe of an application. No step waits for the success of another; each is recorded as done or open in the
 * wipe row, and open ones are tried again, also by the next keeper after a crash.
 */
export interface WipeProcedure extends WipeOversight {
  /** Steps 1 to 4: all that needs no search. The wipe row must be there already. */
  begin(application: ApplicationId): Promise<void>;
  /** The core's report, or `not-searched` when its session died first; then the remaining steps. */
  searched(application: ApplicationId, report: SearchReport): Promise<void>;
  /** The step that keeps intake locked, if one does. */
  failure(): WipeFailure | null;
  /** How many wipes wait for their printer only. */
  printSideOpen(): number;
  /** How many a legal hold has stopped: their records are kept until it is lifted. */
  stopped(): number;
  /** How many are neither proven, nor stopped, nor waiting for their printer only. One whose receipt waits to be signed is proven. */
  underWay(): number;
  /** Whether one is: nobody is served meanwhile. */
  busy(): boolean;
}
