import type { SigningState } from '../signing/held-key.ts';
import type { Unwritten } from './unwritten.ts';

/** What this kiosk's disks did not take, written again. */
export interface WriteRetries {
  /** Writes what a disk did not take before, if it takes it now. */
  writeAgain(): void;
  /** Something that had to be written was not: an entry, an expiry, the record of living sessions, zeros over an old page. */
  fails(): boolean;
}

/** Everything that is written again. */
export interface WriteRetriesPort {
  readonly unwritten: Unwritten;
  readonly outbox: { flush(): void; waiting(): number };
  readonly kioskKey: { state(): SigningState; hasRollFailed(): boolean };
  /** What the ledger is told of the vault. */
  readonly vouching: { settle(): void; isBehind(): boolean };
  readonly traces: { eraseAgain(): void };
  readonly sessions: { record(): void };
  readonly workers: { record(): void };
  /** Whether the kiosk's files still lie where they were opened. */
  filesInPlace(): boolean;
}

/** The retries of one keeper. */
export function createWriteRetries(port: WriteRetriesPort): WriteRetries {
  const { unwritten, outbox, kioskKey, vouching, traces, sessions, workers, filesInPlace } = port;

  /** That nobody has signed in since the start, and entries wait for that, is no fault of a disk. That an old key signs on is. */
  function isKeptFromLedger(): boolean {
    const state = kioskKey.state();
    if (state === 'ready') return outbox.waiting() > 0 || kioskKey.hasRollFailed();
    return state === 'failed' || state === 'misfit';
  }

  return {
    writeAgain() {
      outbox.flush();
      vouching.settle();
      traces.eraseAgain();
      if (unwritten.has('sessions')) sessions.record();
      if (unwritten.has('workers')) workers.record();
    },
    fails: () => isKeptFromLedger() || vouching.isBehind() || unwritten.any() || !filesInPlace(),
  };
}
