import type { ReachedState } from '../../../shared/application/lifecycle.ts';
import type { SealRefusal } from '../../../shared/contract/custody.ts';
import type { EndingCount } from '../../../shared/contract/ending-count.ts';
import type { ApplicationId } from '../../../shared/contract/ids.ts';
import type { KioskStatus } from '../../../shared/contract/status.ts';
import type { Result } from '../../../shared/result.ts';
import type { Preset } from '../../../shared/settings/preset.ts';
import type { ProgrammeKey } from '../../lib/policy-file/programme-key.ts';
import type { CardLookUp } from '../applications/card-look-up.ts';
import type { Intake } from '../applications/intake.ts';
import type { IntakeState } from '../applications/intake-state.ts';
import type { Occupants } from '../applications/occupants.ts';
import type { OpenAgain } from '../applications/open-again.ts';
import type { SessionReplacement } from '../applications/session-replacement.ts';
import type { Snapshots } from '../applications/snapshots.ts';
import type { StartScreen } from '../applications/start-screen.ts';
import type { Clock } from '../clock.ts';
import type { DayRows } from '../counter-day/day-rows.ts';
import type { PackUp } from '../counter-day/pack-up.ts';
import type { Custody } from '../custody/custody.ts';
import type { DiskLog } from '../disk/disk-log.ts';
import type { Space } from '../disk/space.ts';
import type { Unwritten } from '../disk/unwritten.ts';
import type { WriteRetries } from '../disk/write-retries.ts';
import type { DailyLook } from '../doctor/daily-look.ts';
import type { Doctor } from '../doctor/doctor.ts';
import type { BegunWipe } from '../endings/begin-wipe.ts';
import type { SessionEndings } from '../endings/end-in-session.ts';
import type { UnfinishedEndings } from '../endings/end-unfinished.ts';
import type { EndingRound } from '../endings/ending-round.ts';
import type { Endings } from '../endings/endings.ts';
import type { Expiry } from '../expiry/check-expiry.ts';
import type { KioskTime } from '../expiry/kiosk-time.ts';
import type { SetUpTurn } from '../first-staff/set-up-turn.ts';
import type { Holds } from '../holds/holds.ts';
import type { HoldsBesideVault } from '../holds/holds-beside-vault.ts';
import type { KioskRow } from '../kiosk/kiosk-row.ts';
import type { Presence } from '../kiosk/presence.ts';
import type { UnconnectedScreens } from '../kiosk/screens.ts';
import type { OutsideWatch } from '../kiosk/watch-outside.ts';
import type { DaySheets } from '../ledger/day-sheets.ts';
import type { LedgerView } from '../ledger/ledger.ts';
import type { FilesFit } from '../misfit/files-fit.ts';
import type { FoundAtStart } from '../misfit/found-at-start.ts';
import type { Vouching } from '../misfit/vouching.ts';
import type { CountsSoFar } from '../outbox/day-counts.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { Papers } from '../papers/papers.ts';
import type { Policies } from '../policy/policies.ts';
import type { Battery } from '../power/battery.ts';
import type { ChosenPrinter } from '../printing/chosen-printer.ts';
import type { ConfiguredPrinter } from '../printing/configured-printer.ts';
import type { JobRows } from '../printing/job-rows.ts';
import type { JobsAtPrinters } from '../printing/jobs-at-printers.ts';
import type { PrintJobs } from '../printing/print-jobs.ts';
import type { PrinterQueries } from '../printing/printer-queries.ts';
import type { PrinterWatch } from '../printing/printer-watch.ts';
import type { TestCard } from '../printing/test-card.ts';
import type { Workers } from '../printing/worker-processes.ts';
import type { HeldRecord, HeldRecords } from '../production/held-record.ts';
import type { ProductionEntries } from '../production/production-entries.ts';
import type { NotSealed, ProductionProcesses, SealedFor } from '../production/seal-held.ts';
import type { UnfinishedProductions } from '../production/unfinished-productions.ts';
import type { RecordSearches } from '../record-search/record-searches.ts';
import type { SearchProcesses } from '../record-search/search-held.ts';
import type { RecoveryRows } from '../recovery/recovery-rows.ts';
import type { AcceptedNotices } from '../residents/accepted-notices.ts';
import type { ClerkQueue } from '../residents/clerk-queue.ts';
import type { ResidentGate } from '../residents/resident-gate.ts';
import type { ResidentIdle } from '../residents/resident-idle.ts';
import type { ResidentScreen } from '../residents/resident-screen.ts';
import type { WaitingForClerk } from '../residents/waiting-for-clerk.ts';
import type { Ribbons } from '../ribbons/ribbons.ts';
import type { SessionPool } from '../sessions/session-pool.ts';
import type { KeysAtSignIn } from '../signing/keys-at-sign-in.ts';
import type { KioskKey } from '../signing/kiosk-key.ts';
import type { SigningKey } from '../signing/signing-key.ts';
import type { Denials } from '../slips/denials.ts';
import type { Staff } from '../staff/staff.ts';
import type { MadeStatements } from '../statement/made-statements.ts';
import type { SharedFolders } from '../statement/places-to-search.ts';
import type { NewestOrder } from '../suspension/newest-order.ts';
import type { SuspensionRows } from '../suspension/suspension-rows.ts';
import type { SuspensionWork } from '../suspension/suspension-work.ts';
import type { Suspensions } from '../suspension/suspensions.ts';
import type { TrayChecks } from '../tray/tray-checks.ts';
import type { Traces } from '../vault/traces.ts';
import type { Vault } from '../vault/vault.ts';
import type { WipeProcedure } from '../wipe/wipe-parts.ts';
import type { Selections } from '../x-display/selections.ts';

/** The kiosk's files and what is read from them directly: what the other services are built on. */
export interface StorageServices {
  readonly vault: Vault;
  readonly ledger: LedgerView;
  readonly custody: Custody;
  readonly kiosk: KioskRow;
  /** Whether vault, ledger and slots fit together, and what was found when they were opened. */
  readonly filesFit: FilesFit;
  readonly found: FoundAtStart;
  readonly vouching: Vouching;
  readonly policies: Policies;
  /** With which the policy in force is signed; null: nobody has signed it. */
  readonly programmeKey: ProgrammeKey | null;
  /** As far as it is believed: whatever is written down is dated by it. */
  readonly clock: Clock;
  /** As the machine has it, believed or not: only for asking a person about it. */
  readonly machineClock: Clock;
  readonly time: KioskTime;
  readonly outbox: Outbox;
  readonly countsSoFar: CountsSoFar;
  readonly staff: Staff;
  readonly recovery: RecoveryRows;
  readonly holds: Holds;
  readonly holdsBeside: HoldsBesideVault;
  readonly suspensionRows: SuspensionRows;
  readonly newestOrder: NewestOrder;
  readonly suspensions: Suspensions;
  readonly trayChecks: TrayChecks;
  readonly ribbons: Ribbons;
  readonly dayRows: DayRows;
  readonly unfinishedProductions: UnfinishedProductions;
  readonly acceptedNotices: AcceptedNotices;
  readonly waitingForClerk: WaitingForClerk;
  readonly cardLookUp: CardLookUp;
  readonly space: Space;
  readonly battery: Battery;
  readonly outside: OutsideWatch;
  readonly setUpTurn: SetUpTurn;
  readonly unwritten: Unwritten;
  readonly traces: Traces;
  readonly diskLog: DiskLog;
  readonly facts: KeeperFacts;
  /** Whether the kiosk's files still lie where they were opened. */
  filesInPlace(): boolean;
  readonly kioskKey: KioskKey;
  readonly keysAtSignIn: KeysAtSignIn;
  /** The key that signs now. Throws where nothing is signed: nobody has signed in since the start. */
  signingKey(): SigningKey;
  /** Ends this keeper in order; the launcher starts another one. */
  startAgain(): void;
  /** Aborted when the keeper begins to stop. */
  readonly closing: AbortSignal;
  /** Runs something after a pause, unless the keeper is closing by then. */
  later(milliseconds: number, run: () => unknown): void;
  /** Reports a defect without any person in it. */
  onBug(where: string, error: unknown): void;
}

/** What does not change while a keeper runs. */
export interface KeeperFacts {
  readonly runtime: KioskStatus['runtime'];
  readonly build: KioskStatus['build'];
  /** Of this program, as its package has it. */
  readonly version: string;
  /** Folders a search must cover besides the session's own. */
  readonly searchRoots: readonly string[];
  /**
   * Why keys cannot be sealed here, for the screens: looked up once, because it takes reads of /proc and a
   * status is made at every change. Sealing itself looks anew.
   */
  readonly cannotSeal: SealRefusal | null;
  /** What the settings decide that screens have to know. */
  readonly preset: Preset;
  /** The machine was started anew since the keeper before this one. */
  readonly rebooted: boolean;
  /** Where exports and checkpoints are written (a stick), or nowhere. */
  readonly exportFolder: string | null;
  /** Where the built-in printer writes finished cards, or nowhere. */
  readonly cardFolder: string | null;
  /** Folders that other programs use as well, and in which a copy of something may lie. */
  readonly sharedFolders: SharedFolders;
}

/** Sessions, who is in them, and what they are shown. */
export interface SessionServices {
  readonly pool: SessionPool;
  readonly presence: Presence;
  readonly selections: Selections;
  readonly occupants: Occupants;
  readonly screens: UnconnectedScreens;
  /** What the screen says of the application before. */
  readonly endings: Endings;
  readonly openAgain: OpenAgain;
  /** The application that is open in the session on the screen; null: none is. */
  applicationShown(): ApplicationId | null;
  readonly residentScreen: ResidentScreen;
  readonly sessionReplacement: SessionReplacement;
  readonly denials: Denials;
}

/** Everything that prints. */
export interface PrintingServices {
  readonly printer: ChosenPrinter;
  readonly jobs: PrintJobs;
  readonly jobRows: JobRows;
  readonly jobsAtPrinters: JobsAtPrinters;
  readonly printerQueries: PrinterQueries;
  readonly watch: PrinterWatch;
  readonly testCard: TestCard;
  readonly papers: Papers;
  /** Every print worker, whatever it does. */
  readonly workers: Workers;
  /** Ends and purges, in the background, jobs that nobody else looks after. */
  purgeOrphanJobs(): void;
  /** What is known of open applications, prints included. */
  readonly snapshots: Snapshots;
}

/** What is known of the computer itself, and what leaves the kiosk with each day. */
export interface HealthServices {
  readonly doctor: Doctor;
  readonly daySheets: DaySheets;
}

/** How applications begin and end. */
export interface LifecycleServices {
  readonly wipes: WipeProcedure;
  readonly sessionEndings: SessionEndings;
  readonly unfinishedEndings: UnfinishedEndings;
  beginWipe(application: ApplicationId, ended: ReachedState, counted?: EndingCount | null): BegunWipe;
  readonly suspensionWork: SuspensionWork;
  readonly configuredPrinter: ConfiguredPrinter;
  readonly dailyLook: DailyLook;
  /** The kiosk is on the screen, and neither an applicant nor a card is under way. */
  isIdle(): boolean;
  readonly expiry: Expiry;
  readonly clerkQueue: ClerkQueue;
  readonly endingRound: EndingRound;
  readonly startScreen: StartScreen;
  readonly residentGate: ResidentGate;
  readonly residentIdle: ResidentIdle;
  readonly intakeState: IntakeState;
  readonly intake: Intake;
  readonly statements: MadeStatements;
  readonly disk: WriteRetries;
  readonly packing: PackUp;
}

/** Searches for a person among all that the kiosk holds. */
export interface RecordSearchServices {
  readonly searchProcesses: SearchProcesses;
  readonly recordSearches: RecordSearches;
}

/** What produces a held application. */
export interface ProductionServices {
  readonly productionProcesses: ProductionProcesses;
  readonly heldRecords: HeldRecords;
  readonly productionEntries: ProductionEntries;
  /** See `sealHeld`. */
  sealHeld(held: HeldRecord, about: SealedFor): Promise<Result<Uint8Array, NotSealed>>;
}

/** All that a keeper is put together from. Known to this folder and to tests; each feature takes a port of its own. */
export interface Services
  extends StorageServices,
    SessionServices,
    PrintingServices,
    HealthServices,
    LifecycleServices,
    RecordSearchServices,
    ProductionServices {}

/** Closes the kiosk's files: keys in memory are zeroed, the locks of vault and ledger given free. */
export function closeFiles({ custody, kioskKey, ledger, vault, cardLookUp }: StorageServices): void {
  cardLookUp.close();
  custody.close();
  kioskKey.close();
  ledger.close();
  vault.database.close();
}
