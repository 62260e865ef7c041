import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { KeeperEvent } from '../../../shared/contract/keeper.ts';
import { ok, type Result } from '../../../shared/result.ts';
import type { Clock } from '../clock.ts';
import type { Configuration } from '../configuration.ts';
import type { Custody } from '../custody/memory-custody.ts';
import type { OpenFailure } from '../database/open-database.ts';
import { openLedger } from '../ledger/ledger.ts';
import { createPrintJobs } from '../printing/print-jobs.ts';
import { readSigningKey } from '../receipt/receipt.ts';
import type { Session } from '../sessions/session.ts';
import type { PoolEvents, SessionPool } from '../sessions/session-pool.ts';
import { createStaff } from '../staff/staff.ts';
import { kioskRow, signingKeyRow } from '../vault/rows.ts';
import { openVault } from '../vault/vault.ts';
import { createWipeProcedure, type WipeActs } from '../wipe/wipe-procedure.ts';
import type { Desk, Occupant } from './desk.ts';
import { giveUpSearch } from './finish-calls.ts';
import { onWorkerEnded, onWorkerReport } from './print-events.ts';
import { statusFor } from './status.ts';
import { wipeActs } from './wipe-acts.ts';

/** What the desk is built on; tests put their own in the place of some. */
export interface DeskParts {
  readonly clock: Clock;
  readonly custody: Custody;
  /** Lets a test stand between the procedure and its acts. The product passes them on as they are. */
  adjustActs(acts: WipeActs): WipeActs;
}

/** What only the running keeper can give. */
export interface DeskSurroundings {
  readonly keeperFolder: string;
  createPool(events: PoolEvents): SessionPool;
  tell(token: string, event: KeeperEvent): void;
  onBug(where: string, error: unknown): void;
  hopeless(): void;
}

/** Why a keeper does not start. The file is named, and left exactly as it is. */
export type DeskFailure =
  | { readonly file: 'vault' | 'ledger'; readonly failure: OpenFailure }
  /** The kiosk is set up, but its ledger has no entry: it was lost or replaced, and its counts with it. */
  | { readonly file: 'ledger'; readonly failure: { readonly kind: 'lost' } };

/** Where the running print workers are recorded for the keeper after a dead one. */
export function workerRecord(dataFolder: string): string {
  return join(dataFolder, 'workers.json');
}

/** Opens vault and ledger and puts the desk together. */
export function buildDesk(
  configuration: Configuration,
  parts: DeskParts,
  around: DeskSurroundings,
): Result<Desk, DeskFailure> {
  const vault = openVault(join(configuration.dataFolder, 'vault.db'));
  if (!vault.ok) return { ok: false, error: { file: 'vault', failure: vault.error } };
  const ledger = openLedger(join(configuration.dataFolder, 'ledger.db'));
  if (!ledger.ok) {
    vault.value.database.close();
    return { ok: false, error: { file: 'ledger', failure: ledger.error } };
  }
  // A kiosk without any ticket was set up a moment ago: a crash may have come before the ledger's first entry.
  const hasServed = vault.value.database.prepare('SELECT 1 FROM kiosk WHERE last_ticket > 0').get();
  if (hasServed !== undefined && ledger.value.head() === undefined) {
    vault.value.database.close();
    ledger.value.close();
    return { ok: false, error: { file: 'ledger', failure: { kind: 'lost' } } };
  }
  const occupants = new Map<string, Occupant>();
  const pool = around.createPool({
    died: (session, wasShown) => afterDeath(desk, session, wasShown),
    changed: () => desk.broadcast(),
    hopeless: around.hopeless,
  });
  const desk: Desk = {
    clock: parts.clock,
    vault: vault.value,
    ledger: ledger.value,
    custody: parts.custody,
    staff: createStaff(vault.value.database, parts.clock),
    pool,
    occupants,
    about: {
      runtime: configuration.electron.runtime,
      build: __EVALUATION__ ? 'evaluation' : 'release',
      printer: configuration.printer.driver,
      searchRoots: [configuration.dataFolder, around.keeperFolder],
    },
    lookUpKey: randomBytes(32),
    turnOver: { kind: 'none' },
    wipeBegan: 0,
    openNext: null,
    jobs: createPrintJobs(
      {
        node: configuration.node,
        workerPath: configuration.workerPath,
        environment: { COUNTERFOIL_FONTS: configuration.fontFolder },
        record: { path: workerRecord(configuration.dataFolder), keeperFolder: around.keeperFolder },
      },
      configuration.printer,
      {
        report: (application, report) => onWorkerReport(desk, application, report),
        ended: (application, finished) => onWorkerEnded(desk, application, finished),
        onBug: around.onBug,
      },
    ),
    get wipes() {
      return wipes;
    },
    kiosk() {
      const row = vault.value.database.prepare('SELECT identifier, name FROM kiosk').get();
      return row === undefined ? null : kioskRow.parse(row);
    },
    signingKey() {
      const row = vault.value.database.prepare('SELECT signing_key FROM kiosk').get();
      return readSigningKey(signingKeyRow.parse(row).signing_key);
    },
    tell: around.tell,
    broadcast() {
      for (const [token, occupant] of occupants) {
        around.tell(token, { kind: 'status', status: statusFor(desk, occupant) });
      }
    },
    onBug: around.onBug,
  };
  const wipes = createWipeProcedure(
    vault.value.wipes,
    parts.adjustActs(wipeActs(desk)),
    {
      failed(step, attempts, error) {
        if (error !== null) around.onBug(`wipe step ${step}`, error);
        // First the staff, then the ledger: what fails here may be the disk that the ledger lies on.
        desk.broadcast();
        if (attempts === 1) desk.ledger.append({ kind: 'locked', day: parts.clock.today(), step });
      },
      recovered: () => desk.broadcast(),
      ended(_application, receipt) {
        const milliseconds = desk.wipeBegan === 0 ? 0 : Math.max(0, parts.clock.now() - desk.wipeBegan);
        desk.turnOver = { kind: 'ended', receipt, milliseconds };
        desk.broadcast();
      },
    },
    (milliseconds, run) => {
      setTimeout(() => {
        // A timer may come after the end of the keeper.
        if (vault.value.database.open) void run();
      }, milliseconds).unref();
    },
  );
  return ok(desk);
}

/** A session died by itself. Its application is still open in the vault, or its wipe goes on without it. */
function afterDeath(desk: Desk, session: Session, wasShown: boolean): void {
  const occupant = desk.occupants.get(session.token);
  const application = occupant?.application ?? null;
  if (occupant !== undefined && application !== null && occupant.finishing) {
    // It stays an occupant: the wipe itself has to prove that its processes and its folder are gone.
    giveUpSearch(desk, application);
    return;
  }
  desk.occupants.delete(session.token);
  if (!wasShown) return;
  // What is shown of a wipe under way stays: "start" waits for its end.
  if (desk.turnOver.kind !== 'erasing') desk.turnOver = { kind: 'replaced' };
  desk.openNext = application === null ? null : (desk.vault.find(application)?.ticket ?? null);
}
