import type { KeyObject } from 'node:crypto';
import type { CustodyKind, SealRefusal } from '../../../shared/contract/custody.ts';
import type { ApplicationId, Ticket } from '../../../shared/contract/ids.ts';
import type { KeeperEvent } from '../../../shared/contract/keeper.ts';
import type { KioskStatus } from '../../../shared/contract/status.ts';
import type { CardLookUp } from '../card-look-up/card-look-up.ts';
import type { Clock } from '../clock.ts';
import type { Custody } from '../custody/custody.ts';
import type { Space } from '../disk/space.ts';
import type { Endings } from '../endings/endings.ts';
import type { Expiry } from '../expiry/expiry.ts';
import type { KioskTime } from '../expiry/kiosk-time.ts';
import type { Holds } from '../holds/holds.ts';
import type { LedgerView } from '../ledger/ledger.ts';
import type { OwedEntries } from '../owed/owed-entries.ts';
import type { Policies } from '../policy/policies.ts';
import type { ChosenPrinter } from '../printing/chosen-printer.ts';
import type { Errands } from '../printing/errands.ts';
import type { JobRows } from '../printing/job-rows.ts';
import type { Papers } from '../printing/papers.ts';
import type { PrintJobs } from '../printing/print-jobs.ts';
import type { TestCard } from '../printing/test-card.ts';
import type { PrinterWatch } from '../printing/watch.ts';
import type { Workers } from '../printing/workers.ts';
import type { Ribbons } from '../ribbons/ribbons.ts';
import type { Session } from '../sessions/session.ts';
import type { SessionPool } from '../sessions/session-pool.ts';
import type { Staff } from '../staff/staff.ts';
import type { TrayChecks } from '../tray/tray-checks.ts';
import type { Vault } from '../vault/vault.ts';
import type { WipeProcedure } from '../wipe/wipe-parts.ts';
import type { Selections } from '../x-display/selections.ts';
import type { Surroundings } from './watch-surroundings.ts';

/** Who is in a session: at most one applicant in its whole life. */
export interface Occupant {
  readonly session: Session;
  application: ApplicationId | null;
  /** An application was opened here once: no other may be, whatever became of it. */
  used: boolean;
  /** The application is being wiped: the core may only report its search. */
  finishing: boolean;
  /** The application was put aside: from that call on this session touches it no more. */
  leaving: boolean;
  /** The turn-over away from this session, once it began: nobody may end the session before it is done. */
  turnedOver: Promise<unknown> | null;
}

/** What every call of the keeper works on. Put together in build-desk.ts. */
export interface Desk {
  /** As far as it is believed: whatever is written down is dated by it. */
  readonly clock: Clock;
  /** As the machine has it, believed or not: only for asking a person about it. */
  readonly machineClock: Clock;
  readonly vault: Vault;
  readonly ledger: LedgerView;
  readonly custody: Custody;
  readonly cardLookUp: CardLookUp;
  readonly staff: Staff;
  readonly time: KioskTime;
  readonly expiry: Expiry;
  readonly holds: Holds;
  readonly policies: Policies;
  readonly trayChecks: TrayChecks;
  readonly owed: OwedEntries;
  readonly ribbons: Ribbons;
  readonly printer: ChosenPrinter;
  readonly jobs: PrintJobs;
  readonly jobRows: JobRows;
  /** Ends and purges, in the background, jobs that nobody else looks after. */
  purgeLoose(): void;
  readonly errands: Errands;
  readonly watch: PrinterWatch;
  readonly testCard: TestCard;
  readonly papers: Papers;
  /** Every print worker, whatever it does. */
  readonly workers: Workers;
  readonly wipes: WipeProcedure;
  /** What the screen says of the application before. */
  readonly endings: Endings;
  readonly pool: SessionPool;
  readonly selections: Selections;
  readonly occupants: Map<string, Occupant>;
  readonly about: {
    readonly runtime: KioskStatus['runtime'];
    readonly build: KioskStatus['build'];
    /** Folders a search must cover besides the session's own. */
    readonly searchRoots: readonly string[];
    /**
     * Why keys cannot be sealed here, for the screens: looked up once, because it takes reads of /proc and a
     * status is made at every change. Sealing itself looks anew.
     */
    readonly cannotSeal: SealRefusal | null;
    /** The machine was started anew since the keeper before this one. */
    readonly rebooted: boolean;
    /** Where exports and checkpoints are written (a stick), or nowhere. */
    readonly exportFolder: string | null;
  };
  /** Whether the kiosk's files still lie where they were opened. */
  filesInPlace(): boolean;
  /** Whether there is room for one more application. */
  readonly space: Space;
  readonly surroundings: Surroundings;
  /** What could not be written down: nobody new is served before it can be. */
  readonly unwritten: {
    expiry: boolean;
    sessions: boolean;
    workers: boolean;
    journal: boolean;
    freePages: boolean;
  };
  openNext: Ticket | null;
  /** Who this kiosk is, or null before set-up. Asked with every call and every status, so it never touches the key. */
  kiosk(): {
    readonly identifier: string;
    readonly name: string;
    readonly custody: CustodyKind | null;
  } | null;
  /** Whether a legal hold stops wipes that have begun: a hold on everything, where the policy says so. */
  stoppedByHold(): boolean;
  /** The kiosk's private key, read anew for each signature. Throws before set-up. */
  signingKey(): KeyObject;
  tell(token: string, event: KeeperEvent): void;
  /** Sends every session the present status. */
  broadcast(): void;
  /** Reports a defect without any person in it. */
  onBug(where: string, error: unknown): void;
}

/** Sits a session down at the desk, with nobody in it yet. */
export function seat(desk: Desk, session: Session): Occupant {
  const occupant: Occupant = {
    session,
    application: null,
    used: false,
    finishing: false,
    leaving: false,
    turnedOver: null,
  };
  desk.occupants.set(session.token, occupant);
  return occupant;
}

/** Closes the kiosk's files: keys in memory are zeroed, the locks of vault and ledger given free. */
export function closeFiles({ custody, ledger, vault, cardLookUp }: Desk): void {
  cardLookUp.close();
  custody.close();
  ledger.close();
  vault.database.close();
}

/** The occupant whose session has this application open. */
export function occupantOf(desk: Desk, application: ApplicationId): Occupant | null {
  for (const occupant of desk.occupants.values()) if (occupant.application === application) return occupant;
  return null;
}
