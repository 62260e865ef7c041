import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { authorizeCalls } from '../../../shared/contract/authorize-calls.ts';
import type { Configuration } from '../../../shared/contract/configuration.ts';
import { keeperCalls } from '../../../shared/contract/keeper.ts';
import type { KioskState } from '../../../shared/contract/launcher.ts';
import { isHeardWithMisfit } from '../../../shared/contract/misfit/misfit-acts.ts';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { NoTmpfs } from '../../lib/file-systems/volatile-root.ts';
import { type Unfinished, whyUnsettled } from '../../lib/provisioning/look-at-provisioning.ts';
import { addOccupant } from '../applications/occupants.ts';
import { onDisk } from '../custody/file-failure.ts';
import { isBetweenLedgers } from '../data-folder/former-ledger.ts';
import { RECORDS } from '../data-folder/kiosk-files.ts';
import { type PlaceFailure, prepareDataFolder } from '../data-folder/prepare-data-folder.ts';
import { asDiskRefusal } from '../database/open-failure.ts';
import {
  type FirstStaffFailure,
  firstStaffAtStart,
  firstStaffStep,
  type WaitingStaff,
} from '../first-staff/first-staff-at-start.ts';
import { beginWithFirstStaff } from '../first-staff/set-up-by-provisioning.ts';
import { kioskStateOf } from '../kiosk/kiosk-state.ts';
import { showsSomebody } from '../kiosk/presence.ts';
import { watchChosenPrinter } from '../printing/choose-card-printer.ts';
import { leaveForsakenSearches } from '../record-search/leave-search.ts';
import { type EarlySession, sessionLaunch, volatileRootOn } from '../sessions/early-session.ts';
import { endLeftovers } from '../sessions/recorded-sessions.ts';
import { createKeeperFolder, KEEPER_SOCKET } from '../sessions/volatile-folder.ts';
import { watchSessions } from '../sessions/watch-sessions.ts';
import { NothingSigned } from '../signing/signing-key.ts';
import type { Approval } from '../staff/approvals.ts';
import { callerOf } from '../staff/staff-status.ts';
import { watchDisplay } from '../x-display/watch-display.ts';
import { workerRecord } from './build-printing.ts';
import { productionRecord } from './build-production.ts';
import { searchRecord } from './build-record-search.ts';
import { buildServices } from './build-services.ts';
import { callsOf, kioskCreationOf } from './calls.ts';
import { continueAfterRestart } from './continue-after-restart.ts';
import { type Connection, type CoreServer, listenForCores } from './core-server.ts';
import type { ServicesFailure } from './judge-files.ts';
import type { KeeperMachine } from './keeper-machine.ts';
import type { KeeperParts } from './keeper-parts.ts';
import { keyAtRecoveryOf } from './key-at-recovery-of.ts';
import { closeFiles, type Services } from './services.ts';

/** Why a keeper does not start. */
export type StartFailure =
  | ServicesFailure
  | { readonly file: 'folder'; readonly failure: PlaceFailure }
  | { readonly file: 'first-staff'; readonly failure: FirstStaffFailure }
  /** Settings, policy, key and first staff that were read are not of one provisioning. */
  | { readonly file: 'provisioning'; readonly failure: Unfinished }
  | { readonly file: 'none'; readonly failure: NoTmpfs };

/**
 * Calls are refused at once on an idle screen, with a clock in doubt or a full disk; the page is told of it at most
 * this much later.
 */
const IDLE_WATCH_MILLISECONDS = 2_000;

const NEVER = new Promise<void>(() => undefined);

/** A keeper that runs. `ended` resolves when no session comes up on this machine any more. */
export interface RunningKeeper {
  readonly services: Services;
  readonly noSessionStarts: Promise<void>;
  /** Resolves when only another keeper can go on: the ledger's keys are lost, and it has to be put aside. */
  readonly wantsToStartAgain: Promise<void>;
  /** How the kiosk is; null where its files can't be read now, or are closed. */
  state(): KioskState | null;
  /** Ends it. Resolves with how the kiosk was when nothing could begin any more, and its keys were not forgotten yet. */
  stop(): Promise<KioskState | null>;
}

/**
 * Starts the keeper: opens vault and ledger, ends what a dead keeper left, continues open wipes, listens for
 * cores and shows the first session: `early`, where one was started before. `abandoned` resolves when nobody wants a kiosk any more: then the
 * display is not waited for. Where it does not start, nothing of the early session is left.
 */
export async function runKeeper(
  configuration: Configuration,
  parts: KeeperParts,
  abandoned: Promise<void> = NEVER,
  early: EarlySession | null = null,
): Promise<Result<RunningKeeper, StartFailure>> {
  const started = await start(configuration, parts, abandoned, early);
  if (!started.ok) await early?.abandon();
  return started;
}

async function start(
  configuration: Configuration,
  parts: KeeperParts,
  abandoned: Promise<void>,
  early: EarlySession | null,
): Promise<Result<RunningKeeper, StartFailure>> {
  const folder = prepareDataFolder(configuration.dataFolder);
  if (!folder.ok) return err({ file: 'folder', failure: folder.error });
  const waiting = await firstStaffAtStart({ ...configuration, host: parts.host });
  if (!waiting.ok) return err(foremost(configuration, { file: 'first-staff', failure: waiting.error }));
  const recordPath = join(configuration.dataFolder, RECORDS.sessions);
  const made = early === null ? newKeeperFolder(parts.machine) : ok(early.keeperFolder);
  if (!made.ok) return made;
  const keeperFolder = made.value;

  const closing = new AbortController();
  const display = watchDisplay(parts.machine);
  let server: CoreServer | null = null;
  let giveUp: () => void = () => undefined;
  const noSessionStarts = new Promise<void>((resolve) => {
    giveUp = resolve;
  });
  let beginAgain: () => void = () => undefined;
  const wantsToStartAgain = new Promise<void>((resolve) => {
    beginAgain = resolve;
  });
  const built = buildServices(configuration, parts, {
    keeperFolder,
    closing: closing.signal,
    createPool(events, selections) {
      const empty = (): ReturnType<typeof selections.empty> => selections.empty();
      early?.emptiesWith(empty);
      const launch = sessionLaunch(configuration, parts.machine, keeperFolder, empty);
      return parts.createPool({ ...launch, display: () => display.isThere() }, recordPath, events);
    },
    tell: (token, event) => server?.tell(token, event),
    noSessionStarts: () => giveUp(),
    startAgain: () => beginAgain(),
  });
  // With an early session in it, it goes behind that one's end.
  const removeFolder = (): void => {
    if (early === null) rmSync(keeperFolder, { recursive: true, force: true });
  };
  if (!built.ok) {
    removeFolder();
    return err(foremost(configuration, built.error));
  }
  const services = built.value;
  const begun = await beginKiosk(services, configuration, waiting.value);
  if (!begun.ok) {
    closing.abort();
    closeFiles(services);
    removeFolder();
    return begun;
  }
  display.onReturn(() => lockScreen(services));
  // Only now, with the vault's lock in hand, is whoever is recorded there surely a dead keeper's.
  await endLeftovers(recordPath);
  await endLeftovers(workerRecord(configuration.dataFolder));
  await endLeftovers(searchRecord(configuration.dataFolder));
  await endLeftovers(productionRecord(configuration.dataFolder));
  // What a dead keeper's sessions put there; before receipts are made out for them.
  await services.selections.empty();
  keyAtRecoveryOf(services).resume();
  await continueAfterRestart(services);
  // Somebody else may have chosen it.
  if (!services.filesFit.isClosed()) watchChosenPrinter(services);
  services.expiry.start();
  watchSessions({ ...parts, ...services });
  watchIdleScreen(services);
  server = await listenForCores(join(keeperFolder, KEEPER_SOCKET), (token) =>
    connectCore(services, token, closing.signal),
  );
  await Promise.race([services.pool.start(early?.session), noSessionStarts, abandoned]);
  return ok({
    services,
    ...{ noSessionStarts, wantsToStartAgain },
    state: () => stateNow(services),
    async stop() {
      closing.abort();
      await services.pool.endAll();
      await services.workers.endAll();
      await services.searchProcesses.endAll();
      await services.productionProcesses.endAll();
      await server?.close();
      const left = stateAtEnd(services);
      closeFiles(services);
      rmSync(keeperFolder, { recursive: true, force: true });
      return left;
    },
  });
}

function newKeeperFolder(machine: KeeperMachine): Result<string, StartFailure> {
  const root = volatileRootOn(machine);
  if (!root.ok) return err({ file: 'none', failure: root.error });
  const made = onDisk<string, never>(() => ok(createKeeperFolder(root.value)));
  return made.ok ? made : err({ file: 'folder', failure: { ...made.error, path: root.value } });
}

/** A disk that can't be read now is told of elsewhere: the keeper lives all the same, with every key that it has. */
function stateNow(services: Services): KioskState | null {
  if (services.closing.aborted) return null;
  try {
    return kioskStateOf(services);
  } catch (error) {
    services.onBug('state of the kiosk', error);
    return null;
  }
}

/** A disk that can't be read keeps no kiosk from ending: whoever ended it is told that nobody knows. */
function stateAtEnd(services: Services): KioskState | null {
  try {
    return kioskStateOf(services);
  } catch {
    return null;
  }
}

/** Where what was read is not of one provisioning, that says more than what is wrong with a part of it. */
function foremost({ settingsFile }: Configuration, failure: StartFailure): StartFailure {
  const unsettled = settingsFile === null ? null : whyUnsettled(settingsFile.path, settingsFile.record);
  return unsettled === null ? failure : { file: 'provisioning', failure: unsettled };
}

/**
 * Sets the kiosk up with first staff that wait for it, and shows by its mark whether it is set up: before anything else, because without
 * the mark root takes a vault for that of a kiosk that is.
 */
async function beginKiosk(
  services: Services,
  configuration: Configuration,
  waiting: WaitingStaff | null,
): Promise<Result<null, StartFailure>> {
  const { dataFolder, settingsFile } = configuration;
  const { setUpTurn } = services;
  const inFolder = <Value>(act: () => Value): Result<Value, StartFailure> => {
    const done = onDisk<Value, never>(() => ok(act()));
    return done.ok ? done : err({ file: 'folder', failure: { ...done.error, path: dataFolder } });
  };
  const told = inFolder(setUpTurn.tell);
  if (!told.ok) return told;
  // Policy, key and first staff were read after the settings: by now another provisioning may be in force.
  const unsettled = settingsFile === null ? null : whyUnsettled(settingsFile.path, settingsFile.record);
  if (unsettled !== null) return err({ file: 'provisioning', failure: unsettled });
  const isSetUp = services.kiosk.read() !== null;
  const step = firstStaffStep(waiting, { ...configuration, isSetUp });
  if (!step.ok) return err({ file: 'first-staff', failure: step.error });
  const came = step.value.kind === 'set-up' ? inFolder(setUpTurn.takeForFirstStaff) : ok(null);
  if (!came.ok) return came;
  if (came.value !== null) return err({ file: 'provisioning', failure: came.value });
  const kioskCreation = kioskCreationOf(services);
  const begun = await beginWithFirstStaff({ ...services, dataFolder, kioskCreation }, step.value);
  if (!begun.ok) return err({ file: 'folder', failure: { ...begun.error, path: dataFolder } });
  const shown = inFolder(setUpTurn.tell);
  return shown.ok ? ok(null) : shown;
}

/** Locks or ends what nobody is before any more, and tells the page, again and again until the keeper closes. */
function watchIdleScreen(services: Services): void {
  services.later(IDLE_WATCH_MILLISECONDS, () => {
    const locks = services.staff.lockWhenIdle();
    leaveForsakenSearches(services);
    const isNews = services.residentIdle.check();
    if (services.outside.haveChanged() || locks || isNews) services.screens.refresh();
    watchIdleScreen(services);
  });
}

/** Nobody knows who stands before a screen that was away. */
function lockScreen(services: Services): void {
  services.residentIdle.displayWasAway();
  leaveForsakenSearches(services);
  services.screens.refresh();
}

/**
 * While the files of the kiosk do not fit together few calls are heard. Where it takes two, they are two by the ledger: whoever has the
 * disk can write a supervisor into the vault.
 */
function whyNotHeard(
  { filesFit, staff, kiosk, ledger }: Services,
  name: string,
  approval: Approval | null,
): Refusal | null {
  // What is done now the next start could not believe: no key signs it that a ledger names.
  if (isBetweenLedgers(kiosk.formerLedger(), ledger) && !isHeardWithMisfit(name)) return { kind: 'not-now' };
  if (!filesFit.isClosed()) return null;
  if (!isHeardWithMisfit(name)) return { kind: 'files-misfit' };
  // Nothing could sign it, and no start believes it unsigned.
  if (name === 'liftHold' && filesFit.now()?.wayOn === 'other-files')
    return { kind: 'misfit-stays', why: 'other-files' };
  if (name !== 'liftHold' || approval === null) return null;
  const by = staff.signedIn()?.member ?? '';
  if (!filesFit.isOfTwo(by)) return { kind: 'not-by-ledger' };
  return filesFit.isOfTwo(approval.member) ? null : { kind: 'not-a-second-person' };
}

/** The calls of one session's core, or null when no living session has this token. */
function connectCore(services: Services, token: string, closing: AbortSignal): Connection | null {
  const session = services.pool.withToken(token);
  // One core in the whole life of a session: a second one would begin as if nobody had been there.
  if (session === null || services.occupants.has(token)) return null;
  const occupant = addOccupant(services.occupants, session);
  const authorizedCalls = authorizeCalls<typeof keeperCalls, [Approval | null]>(
    keeperCalls,
    callsOf(services, occupant),
    services.onBug,
    // What cannot be signed now is told as what cannot be written.
    (error) => (error instanceof NothingSigned ? { kind: 'not-written' } : asDiskRefusal(error)),
  );
  return {
    async answer(name, input) {
      // Taken away before anything of the call happens, and for one call only, however it goes: of several that come at
      // once, the others find none.
      const approval = services.staff.takeApproval(token, name);
      const deaf = whyNotHeard(services, name, approval);
      if (deaf !== null) return err(deaf);
      const answer = await authorizedCalls.answer(
        name,
        input,
        callerOf(services, occupant, approval),
        approval,
      );
      // Behind the call: what follows from a touch must keep nobody waiting who has just come.
      if (showsSomebody(name)) services.presence.touched();
      // The screen falls back to who was signed in.
      if (approval !== null) services.screens.refresh();
      return answer;
    },
    gone() {
      // One that this keeper has ended with itself is no news: the next keeper goes on with its wipe.
      if (!closing.aborted) services.sessionEndings.coreGone(occupant);
    },
  };
}
