import type { KeeperEvent } from '../../../shared/contract/keeper.ts';
import { kioskUse } from '../../../shared/contract/kiosk-use.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { reportBug } from '../../lib/defects/report-bug.ts';
import { createCardLookUp } from '../card-look-up/card-look-up.ts';
import { clockIn, type MachineClock, machineClock } from '../clock.ts';
import type { Configuration } from '../configuration.ts';
import { openCustody } from '../custody/custody.ts';
import { createDiskLog } from '../disk/disk-log.ts';
import { createSpace } from '../disk/space.ts';
import { createEndings } from '../endings/endings.ts';
import { believedClock } from '../expiry/believed-clock.ts';
import { createKioskTime } from '../expiry/kiosk-time.ts';
import { kioskTimeStore } from '../expiry/kiosk-time-row.ts';
import { lastWritten } from '../expiry/last-written.ts';
import { createHolds } from '../holds/holds.ts';
import { createOwedEntries } from '../owed/owed-entries.ts';
import { keepPolicies } from '../policy/policies.ts';
import { readPolicyFile } from '../policy/policy-file.ts';
import { createRibbons } from '../ribbons/ribbons.ts';
import type { Session } from '../sessions/session.ts';
import type { PoolEvents, SessionPool } from '../sessions/session-pool.ts';
import { createStaff } from '../staff/staff.ts';
import { createTrayChecks } from '../tray/tray-checks.ts';
import type { WipeActs } from '../wipe/wipe-parts.ts';
import { createWipeProcedure } from '../wipe/wipe-procedure.ts';
import { createSelections, type Selections } from '../x-display/selections.ts';
import { buildExpiry } from './build-expiry.ts';
import { buildPrinting } from './build-printing.ts';
import type { Desk, Occupant } from './desk.ts';
import { giveUpSearch } from './ending.ts';
import { type DeskFailure, openFiles, signingKeyOf } from './open-files.ts';
import { openingEntry } from './opening-entry.ts';
import { createLoosePurge } from './print-side.ts';
import { staffEntry } from './staff-entry.ts';
import { statusFor } from './status.ts';
import { watchSurroundings } from './watch-surroundings.ts';
import { wipeActs } from './wipe-acts.ts';
import { wipeNews } from './wipe-news.ts';
import { wipesAreStopped } from './wipes-are-stopped.ts';

const HOUR = 60 * 60_000;

/** What the desk is built on; tests put their own in the place of some. */
export interface DeskParts {
  readonly clock: MachineClock;
  readonly openCustody: typeof openCustody;
  /** What text may lie in at the display that the sessions draw on. */
  openSelections(): Selections;
  /** Lets a test stand between the procedure and its acts. The product passes them on as they are. */
  adjustActs(acts: WipeActs): WipeActs;
  /** Runs something after a pause, which is no reason for the keeper to live. */
  later(milliseconds: number, run: () => void): void;
  onBug(where: string, error: unknown): void;
  /** Writes one line into the log. */
  say(line: string): void;
}

/** The product's own parts. */
export const productParts: DeskParts = {
  clock: machineClock,
  openCustody,
  openSelections: () => createSelections(process.env),
  adjustActs: (acts) => acts,
  later: (milliseconds, run) => void setTimeout(run, milliseconds).unref(),
  onBug: reportBug,
  say: (line) => void process.stderr.write(`${line}\n`),
};

/** What only the running keeper can give. */
export interface DeskSurroundings {
  readonly keeperFolder: string;
  createPool(events: PoolEvents, selections: Selections): SessionPool;
  tell(token: string, event: KeeperEvent): void;
  hopeless(): void;
}

/** Opens the kiosk's files and puts the desk together. */
export function buildDesk(
  configuration: Configuration,
  parts: DeskParts,
  around: DeskSurroundings,
): Result<Desk, DeskFailure> {
  const about = {
    runtime: configuration.electron.runtime,
    build: __EVALUATION__ ? 'evaluation' : 'release',
  } as const;
  const policy = readPolicyFile(configuration.policyPath);
  if (!policy.ok) return err({ file: 'policy', failure: policy.error });
  const files = openFiles(configuration.dataFolder, {
    ...{ custody: parts.openCustody, use: kioskUse(about), policy: policy.value },
  });
  if (!files.ok) return files;
  const { vault, ledger, custody, inPlace } = files.value;
  const { database } = vault;
  const sealable = custody.sealable();
  const policies = keepPolicies(vault, policy.value);
  const { rules } = policies.inForce;
  const machineClock = clockIn(rules.timeZone, parts.clock);
  const diskLog = createDiskLog(parts.say, parts.onBug);
  const occupants = new Map<string, Occupant>();
  const selections = parts.openSelections();
  const pool = around.createPool(
    {
      died: (session, wasShown) => afterDeath(desk, session, wasShown),
      changed: () => desk.broadcast(),
      unrecorded(error) {
        desk.unwritten.sessions = error !== null;
        if (error !== null) diskLog.failed('record of sessions', error);
      },
      hopeless: around.hopeless,
    },
    selections,
  );
  /** A timer may come after the end of the keeper. */
  const later = (milliseconds: number, run: () => unknown): void => {
    parts.later(milliseconds, () => {
      if (database.open) run();
    });
  };
  const owed = createOwedEntries(database, ledger, () => openingEntry(desk));
  const timeStore = kioskTimeStore(database, owed, () => desk.kiosk() !== null);
  // Before kiosk time goes on: the row still has the boot of the keeper before this one.
  const lastBoot = timeStore.read()?.boot ?? machineClock.bootId();
  const time = createKioskTime(machineClock, timeStore, {
    longestNight: rules.opening.longestNightHours * HOUR,
    lastWritten: () => lastWritten(ledger, machineClock),
    mayDoubt: () => desk.kiosk() !== null,
  });
  const clock = believedClock(machineClock, time);
  const space = createSpace(configuration.dataFolder, around.keeperFolder);
  const desk: Desk = {
    clock,
    machineClock,
    vault,
    ledger,
    custody,
    cardLookUp: createCardLookUp(),
    time,
    owed,
    holds: createHolds(database),
    policies,
    trayChecks: createTrayChecks(database),
    staff: createStaff({
      database,
      elapsed: () => time.now().elapsed,
      uptime: machineClock.uptime,
      deviceKey: () => custody.deviceKey(),
      kioskName: () => desk.kiosk()?.name ?? null,
      record: (event) => owed.owe([staffEntry(event, clock.now())]),
    }),
    pool,
    selections,
    occupants,
    about: {
      ...about,
      searchRoots: [configuration.dataFolder, around.keeperFolder],
      cannotSeal: sealable.ok ? null : sealable.error,
      rebooted: lastBoot !== clock.bootId(),
      exportFolder: configuration.exportFolder,
    },
    filesInPlace: inPlace,
    space,
    surroundings: watchSurroundings({ space, time }),
    unwritten: { expiry: false, sessions: false, workers: false, journal: false, freePages: false },
    endings: createEndings(clock),
    openNext: null,
    ribbons: createRibbons(database),
    purgeLoose: () => purgeLoose(),
    ...buildPrinting(configuration, database, {
      keeperFolder: around.keeperFolder,
      desk: () => desk,
      later,
      onBug: diskLog.failed,
    }),
    get wipes() {
      return wipes;
    },
    get expiry() {
      return expiry;
    },
    kiosk: () => vault.kiosk.read(),
    stoppedByHold: () => wipesAreStopped(desk.holds, rules),
    signingKey: () => signingKeyOf(vault),
    tell: around.tell,
    broadcast() {
      // A turn-over may come to its end after the keeper's.
      if (!database.open) return;
      desk.surroundings.told();
      for (const [token, occupant] of occupants) {
        around.tell(token, { kind: 'status', status: statusFor(desk, occupant) });
      }
    },
    // What a full disk does in the middle of something is no bug: it has a line in the log, not a stack.
    onBug: diskLog.failed,
  };
  const purgeLoose = createLoosePurge(desk);
  const wipes = createWipeProcedure(
    vault.wipes,
    parts.adjustActs(wipeActs(desk)),
    wipeNews(desk),
    clock,
    later,
  );
  const expiry = buildExpiry(desk, diskLog, later);
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
  desk.endings.sessionDied({ occupied: application !== null });
  desk.openNext = application === null ? null : (desk.vault.find(application)?.ticket ?? null);
}
