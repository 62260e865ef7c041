import type { WipeStep } from '../../../shared/contract/application/wipe-steps.ts';
import type { ApplicationId, WipeId } from '../../../shared/contract/ids.ts';
import type { Receipt, SpoolOutcome } from '../../../shared/contract/receipt.ts';
import type { Result } from '../../../shared/result.ts';
import type { Occupant } from '../applications/occupants.ts';
import { type Occupants, occupantOf } from '../applications/occupants.ts';
import type { Database } from '../database/open-database.ts';
import type { KioskIdentity } from '../kiosk/kiosk-row.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { makeReceipt } from '../receipt/receipt.ts';
import { livingProcessesOf } from '../sessions/processes.ts';
import type { Session, SessionEnd } from '../sessions/session.ts';
import type { SigningKey } from '../signing/signing-key.ts';
import type { WipeRow } from '../vault/rows.ts';
import type { ApplicationReader } from '../vault/vault.ts';
import { provenSearch } from '../wipe/search-outcome.ts';
import { entriesOfEnding, entriesOfWipe } from '../wipe/wipe-entries.ts';
import type { Closing, WipeActs } from '../wipe/wipe-parts.ts';
import type { SelectionsState } from '../x-display/selections.ts';
import { leftBy } from './wipe-result.ts';

type RecordActs = Pick<
  WipeActs,
  'endWorker' | 'destroyKey' | 'deleteRows' | 'purgePrintSide' | 'eraseTraces'
>;
type SessionActs = Pick<WipeActs, 'endSession' | 'removeFolder'>;
type LastActs = Pick<WipeActs, 'conclude' | 'close'>;

/** What ending a record needs of the kiosk. */
export interface RecordActsPort {
  readonly vault: ApplicationReader & {
    readonly wipes: { of(application: ApplicationId): WipeRow };
    remove(application: ApplicationId): void;
    eraseJournal(): void;
  };
  readonly custody: {
    destroy(application: ApplicationId): boolean;
    has(application: ApplicationId): boolean;
  };
  readonly jobs: {
    endWorker(application: ApplicationId): Promise<Result<null, { readonly kind: 'still-running' }>>;
    isRunning(application: ApplicationId): boolean;
  };
  readonly traces: { erase(): boolean };
  /** Ends and purges what the printers keep of a wipe's jobs; null: not proven yet. */
  purgePrintSide(wipe: WipeId): Promise<SpoolOutcome | null>;
}

/** The steps that end the record: its worker, its key, its rows, what printers keep of it. */
export function recordActs({ vault, custody, jobs, traces, purgePrintSide }: RecordActsPort): RecordActs {
  return {
    async endWorker(application) {
      return (await jobs.endWorker(application)).ok;
    },
    destroyKey: (application) => custody.destroy(application) && !custody.has(application),
    deleteRows(application) {
      vault.remove(application);
      // Before the search, which would find it there: the journal still has the pages with this record.
      vault.eraseJournal();
      return vault.find(application) === null;
    },
    async purgePrintSide(application) {
      // While its worker lives, more may still be sent.
      if (jobs.isRunning(application)) return null;
      const wipe = vault.wipes.of(application);
      const spool = wipe.spool ?? (await purgePrintSide(wipe.id));
      // Its jobs' names stood there.
      if (spool !== null && spool !== 'kept-nothing') vault.eraseJournal();
      return spool;
    },
    eraseTraces: () => traces.erase(),
  };
}

/** What ending a session needs of the kiosk. */
export interface SessionActsPort {
  readonly occupants: Occupants;
  readonly pool: { end(session: Session): Promise<Result<SessionEnd, unknown>> };
  readonly sessionReplacement: { forget(occupant: Occupant): void };
  readonly selections: { empty(): Promise<SelectionsState> };
}

/** The steps that end the session that knew the person. */
export function sessionActs({
  occupants,
  pool,
  sessionReplacement,
  selections,
}: SessionActsPort): SessionActs {
  return {
    async endSession(application) {
      const occupant = occupantOf(occupants, application);
      // None: its session is gone already (it died, or an earlier keeper's was ended at the start of this one).
      await occupant?.replacement;
      // The selections are written down with its end: until the receipt, whoever comes next may have changed them.
      if (occupant === null) return { selections: (await selections.empty()).kind };
      const ended = await pool.end(occupant.session);
      if (!ended.ok) return null;
      return { selections: ended.value.selections.kind };
    },
    removeFolder(application) {
      const occupant = occupantOf(occupants, application);
      if (occupant === null) return true;
      if (!occupant.session.removeFolder().ok) return false;
      // Living processes could make it again. And a session that is forgotten now would count as ended next time.
      if (livingProcessesOf(occupant.session.pid).length > 0) return false;
      sessionReplacement.forget(occupant);
      return true;
    },
  };
}

/** What concluding a wipe needs of the kiosk. */
export interface LastActsPort {
  readonly kiosk: { read(): KioskIdentity | null; isPracticing(): boolean };
  readonly vault: {
    readonly database: Database;
    readonly wipes: { remove(wipe: WipeId): void };
  };
  readonly jobRows: { remove(owner: WipeId): void };
  readonly outbox: Outbox;
  /** Whether a key of before may be left on this disk. */
  readonly kioskKey: { mayBeLeft(): boolean };
  /** What the ledger is told of the vault. */
  readonly vouching: { settle(): void };
  signingKey(): SigningKey;
}

/** The last step of a wipe: its receipt and its ledger entries, or a supervisor's word that it is not proven. */
export function lastActs(port: LastActsPort): LastActs {
  return {
    conclude: (wipe) => conclude(port, wipe),
    close: (wipe, step, closing) => close(port, wipe, step, closing),
  };
}

/**
 * In one transaction a proven wipe has its entries, and its row goes: neither a retry nor a restart counts it twice. The entries
 * rest until there are others, so its receipt waits for no ledger. Null while nobody has signed in since the start: then the row
 * waits, without entries, for the receipt to be signed.
 * @throws when the disk does not take it: then the wipe is not concluded, and is tried again.
 */
function conclude(port: LastActsPort, wipe: WipeRow): Receipt | null {
  const { vault, outbox } = port;
  const kiosk = port.kiosk.read();
  const { spool, outcome, custody } = wipe;
  const search = provenSearch(wipe.search);
  if (kiosk === null || search === null || spool === null) {
    throw new Error('a wipe cannot be concluded yet');
  }
  if (!outbox.isOpen()) return null;
  // Made first and shown last: what cannot be signed must not find its row gone.
  const receipt = makeReceipt(
    port.signingKey(),
    {
      ...{ day: wipe.day, kiosk: kiosk.name, identifier: kiosk.identifier },
      practice: port.kiosk.isPracticing(),
    },
    { outcome, custody, search, spool },
    ...leftBy(wipe),
    port.kioskKey.mayBeLeft(),
  );
  vault.database.transaction(() => {
    outbox.enqueue(entriesOfWipe({ ...wipe, search }));
    removeWipe(port, wipe);
  })();
  outbox.flush();
  // Before the receipt is shown: from here on the ledger vouches for this application no more, whatever file brings it back.
  port.vouching.settle();
  return receipt;
}

/** A card that was handed over is counted, whatever became of its wipe; that is said by the reason. */
function close(port: LastActsPort, wipe: WipeRow, step: WipeStep, { by, reason }: Closing): void {
  port.outbox.record(({ utc }) => {
    const issued = entriesOfEnding(wipe);
    removeWipe(port, wipe);
    return [...issued, { kind: 'wipe-closed', utc, by, step, reason }];
  });
}

/** The wipe row, and with it what it told of jobs on the printer's side. Inside the caller's transaction. */
function removeWipe({ vault, jobRows }: LastActsPort, wipe: WipeRow): void {
  jobRows.remove(wipe.id);
  vault.wipes.remove(wipe.id);
}
