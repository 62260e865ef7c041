import type { Configuration } from '../../../shared/contract/configuration.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { afterDeath } from '../applications/after-session-death.ts';
import { createIntake } from '../applications/intake.ts';
import { createIntakeState } from '../applications/intake-state.ts';
import { createStartScreen } from '../applications/start-screen.ts';
import { createPackUp, type PackUp } from '../counter-day/pack-up.ts';
import { createWriteRetries } from '../disk/write-retries.ts';
import { createDailyLook } from '../doctor/daily-look.ts';
import { beginWipe } from '../endings/begin-wipe.ts';
import { createCallOff } from '../endings/call-off.ts';
import { createSessionEndings } from '../endings/end-in-session.ts';
import { createUnfinishedEndings } from '../endings/end-unfinished.ts';
import { createEndingNews } from '../endings/ending-news.ts';
import { createEndingRound } from '../endings/ending-round.ts';
import { searchOrder } from '../endings/search-order.ts';
import { lastActs, recordActs, sessionActs } from '../endings/wipe-acts.ts';
import { wipeNews } from '../endings/wipe-news.ts';
import { createConfiguredPrinter } from '../printing/configured-printer.ts';
import { onWorkerEnded, onWorkerReport } from '../printing/print-events.ts';
import { createPatientPurge } from '../printing/print-side.ts';
import { afterDeathWithResident } from '../residents/after-session-death.ts';
import { createClerkQueue } from '../residents/clerk-queue.ts';
import { endUnattended } from '../residents/end-unattended.ts';
import { createResidentGate } from '../residents/resident-gate.ts';
import { createResidentIdle } from '../residents/resident-idle.ts';
import { createMadeStatements } from '../statement/made-statements.ts';
import { createSuspensionWork } from '../suspension/suspension-work.ts';
import type { WipeActs } from '../wipe/wipe-parts.ts';
import { createWipeProcedure } from '../wipe/wipe-procedure.ts';
import { buildHealth } from './build-health.ts';
import { buildPrinting } from './build-printing.ts';
import { buildProduction } from './build-production.ts';
import { buildRecordSearch } from './build-record-search.ts';
import { buildSessions, type KeeperEnvironment } from './build-sessions.ts';
import { buildStorage } from './build-storage.ts';
import { buildExpiry } from './half-minute-round.ts';
import type { ServicesFailure } from './judge-files.ts';
import type { KeeperParts } from './keeper-parts.ts';
import type {
  HealthServices,
  LifecycleServices,
  PrintingServices,
  Services,
  SessionServices,
  StorageServices,
} from './services.ts';
import { statusNow } from './status.ts';

/** Opens the kiosk's files and puts a keeper together, from the bottom up. */
export function buildServices(
  configuration: Configuration,
  parts: KeeperParts,
  environment: KeeperEnvironment,
): Result<Services, ServicesFailure> {
  const storage = buildStorage(configuration, parts, environment);
  if (!storage.ok) return storage;
  const sessions = buildSessions(storage.value, parts, environment);
  const printing = buildPrinting(configuration, storage.value, sessions, environment.keeperFolder);
  const health = buildHealth(configuration, parts, { ...storage.value, ...sessions, ...printing });
  const lower = { ...storage.value, ...sessions, ...printing, ...health };
  const services: Services = {
    ...lower,
    ...buildLifecycle(lower, configuration, parts),
    ...buildRecordSearch(configuration, lower, environment.keeperFolder),
    ...buildProduction(configuration, lower, environment.keeperFolder),
  };
  listen(services);
  return ok(services);
}

type LowerServices = StorageServices & SessionServices & PrintingServices & HealthServices;

/** How applications begin and end, on all that is below. */
function buildLifecycle(
  lower: LowerServices,
  { preset }: Configuration,
  parts: KeeperParts,
): LifecycleServices {
  const { vault, clock, outbox, kioskKey, traces, unwritten, pool, workers, filesInPlace } = lower;
  const news = wipeNews(lower);
  const wipes = createWipeProcedure(vault.wipes, parts.adjustActs(wipeActs(lower)), news, clock, lower.later);
  const sessionEndings = createSessionEndings({
    ...{ ...lower, wipes, endingNews: createEndingNews(lower) },
    searchOrder: (begun, folder) => searchOrder(lower, begun, folder),
  });
  const disk = createWriteRetries({
    ...{ unwritten, outbox, kioskKey, traces, workers, filesInPlace, vouching: lower.vouching },
    sessions: pool,
  });
  const begin = (...order: Parameters<LifecycleServices['beginWipe']>) => beginWipe(lower, ...order);
  const failedAt = (where: string) => (error: unknown) => {
    unwritten.note('expiry', true);
    lower.diskLog.failed(where, error);
  };
  const unfinishedEndings = createUnfinishedEndings(lower, { ...lower, sessionEndings, beginWipe: begin });
  const callOff = createCallOff({
    endable: () => unfinishedEndings.of('office-called-off').map(({ id }) => id),
    end: (application) => unfinishedEndings.end(application, 'office-called-off'),
    failed: failedAt('calling off'),
  });
  const packing: PackUp = createPackUp({ ...lower, wipes, callOff, failed: failedAt('packing up') });
  const intakeState = createIntakeState({ ...lower, wipes, packing });
  const startScreen = createStartScreen({ ...lower, wipes });
  const life = {
    ...{ wipes, sessionEndings, unfinishedEndings, disk, packing },
    beginWipe: begin,
    statements: createMadeStatements(),
    startScreen,
    residentGate: createResidentGate({ ...lower, startScreen }),
    residentIdle: createResidentIdle({
      ...{ ...lower, startScreen },
      end: (application) => endUnattended({ ...lower, unfinishedEndings }, application),
      failed: failedAt('ending what nobody is before'),
    }),
    intakeState,
    intake: createIntake(
      { ...lower, disk, intakeState },
      { database: vault.database, custody: lower.custody },
    ),
  };
  // Those that were proven while nobody had signed in get their receipts.
  kioskKey.onReady(() => lower.later(0, () => wipes.retry()));
  // It may be the last one that packing up waits for.
  news.listen(() => packing.goOn());
  const suspensionWork = createSuspensionWork({
    suspensions: lower.suspensions,
    callOff,
    failed: failedAt('suspension'),
  });
  const configuredPrinter = createConfiguredPrinter(lower, preset.cardPrinter, parts.say);
  const idle = (): boolean => isIdle(lower);
  const dailyLook = createDailyLook({
    ...lower,
    isIdle: idle,
    failed: (error) => lower.onBug('the look at this computer', error),
  });
  const expiry = buildExpiry({
    ...{ ...lower, ...life, suspensionWork, configuredPrinter, dailyLook },
    isIdle: idle,
  });
  return {
    ...{
      ...life,
      suspensionWork,
      configuredPrinter,
      dailyLook,
      isIdle: idle,
      expiry,
      clerkQueue: createClerkQueue({ ...lower, expiry }),
    },
    endingRound: createEndingRound(packing, suspensionWork, expiry),
  };
}

/** Whether the kiosk is on the screen, nobody is served there, and no card is being made. */
function isIdle({ pool, vault, jobs, applicationShown }: LowerServices): boolean {
  const isMaking = vault.openIds().some((application) => jobs.isRunning(application));
  return pool.shown() !== null && applicationShown() === null && !isMaking;
}

/** The acts of a wipe, each from the feature that can do it. */
function wipeActs(lower: LowerServices): WipeActs {
  return {
    ...recordActs({ ...lower, purgePrintSide: createPatientPurge(lower) }),
    ...sessionActs(lower),
    ...lastActs(lower),
    holdVerdict: (wipe) => lower.holds.verdict(wipe.application, wipe),
  };
}

/** Connects the services that were made first with listeners of those that were made from them. */
function listen(services: Services): void {
  const { screens, pool, jobs } = services;
  screens.setStatusSource(() => statusNow(services));
  pool.onDeath((session, wasShown) =>
    afterDeath(services, { session, wasShown }, (application) =>
      afterDeathWithResident(services, application),
    ),
  );
  jobs.listen({
    report: (application, report) => onWorkerReport(services, application, report),
    ended(application, told) {
      onWorkerEnded(services, application, told);
      services.packing.goOn();
    },
  });
}
