import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { keeperCalls } from '../../shared/contract/keeper.ts';
import { createRegistrar } from '../../shared/contract/registrar.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { electronArguments } from '../lib/command-line/electron-arguments.ts';
import type { Configuration } from './configuration.ts';
import { type CoreServer, type Door, listenForCores } from './core-server.ts';
import { onDisk } from './custody/file-failure.ts';
import { type PlaceFailure, prepareDataFolder } from './data-folder/prepare-data-folder.ts';
import { asDiskRefusal } from './database/open-failure.ts';
import { applicationCalls } from './desk/application-calls.ts';
import { buildDesk, type DeskParts } from './desk/build-desk.ts';
import { workerRecord } from './desk/build-printing.ts';
import { closeFiles, type Desk, seat } from './desk/desk.ts';
import { finishCalls } from './desk/finish-calls.ts';
import { holdCalls } from './desk/hold-calls.ts';
import { kioskActs } from './desk/kiosk-acts.ts';
import { ledgerCalls } from './desk/ledger-calls.ts';
import type { DeskFailure } from './desk/open-files.ts';
import { ordinaryPrinterCalls } from './desk/ordinary-printer-calls.ts';
import { lookAtPrinter, printerCalls } from './desk/printer-calls.ts';
import { continueAfterRestart } from './desk/restart.ts';
import { ribbonCalls } from './desk/ribbon-calls.ts';
import { staffCalls } from './desk/staff-calls.ts';
import { callerOf, statusFor } from './desk/status.ts';
import { endLeftovers } from './sessions/recorded-sessions.ts';
import { createSessionPool } from './sessions/session-pool.ts';
import { createKeeperFolder, findVolatileRoot, type NoTmpfs } from './sessions/volatile-folder.ts';
import { displayIsThere } from './x-display/display-is-there.ts';

/** Why a keeper does not start. */
export type StartFailure =
  | DeskFailure
  | { readonly file: 'folder'; readonly failure: PlaceFailure }
  | { readonly file: 'none'; readonly failure: NoTmpfs };

/**
 * The registrar knows an idle screen, a clock in doubt and a full disk at once; this is how late the glass may
 * learn of it.
 */
const IDLE_WATCH_MILLISECONDS = 2_000;

const NEVER = new Promise<void>(() => undefined);

/** A keeper that runs. `ended` resolves when no session comes up on this machine any more. */
export interface RunningKeeper {
  readonly desk: Desk;
  readonly hopeless: Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts the keeper: opens vault and ledger, ends what a dead keeper left, continues open wipes, listens for
 * cores and shows the first session. `abandoned` resolves when nobody wants a kiosk any more: then the display is not
 * waited for.
 */
export async function runKeeper(
  configuration: Configuration,
  parts: DeskParts,
  abandoned: Promise<void> = NEVER,
): Promise<Result<RunningKeeper, StartFailure>> {
  const folder = prepareDataFolder(configuration.dataFolder);
  if (!folder.ok) return err({ file: 'folder', failure: folder.error });
  const recordPath = join(configuration.dataFolder, 'sessions.json');
  const root = findVolatileRoot([process.env.XDG_RUNTIME_DIR, '/dev/shm']);
  if (!root.ok) return err({ file: 'none', failure: root.error });
  const made = onDisk<string, never>(() => ok(createKeeperFolder(root.value)));
  if (!made.ok) return err({ file: 'folder', failure: { ...made.error, path: root.value } });
  const keeperFolder = made.value;
  const socketPath = join(keeperFolder, 'keeper.sock');

  let server: CoreServer | null = null;
  let giveUp: () => void = () => undefined;
  const hopeless = new Promise<void>((resolve) => {
    giveUp = resolve;
  });
  const built = buildDesk(configuration, parts, {
    keeperFolder,
    createPool: (events, selections) =>
      createSessionPool(
        {
          executable: configuration.electron.executable,
          argumentsBefore: [...configuration.electron.arguments, ...electronArguments(process.env)],
          environment: sessionEnvironment(configuration),
          keeperFolder,
          socketPath,
          emptySelections: () => selections.empty(),
          display: () => displayIsThere(process.env, () => lockScreen(desk)),
        },
        recordPath,
        events,
      ),
    tell: (token, event) => server?.tell(token, event),
    hopeless: () => giveUp(),
  });
  if (!built.ok) {
    rmSync(keeperFolder, { recursive: true, force: true });
    return built;
  }
  const desk = built.value;
  // Only now, with the vault's lock in hand, is whoever is recorded there surely a dead keeper's.
  await endLeftovers(recordPath);
  await endLeftovers(workerRecord(configuration.dataFolder));
  // What a dead keeper's sessions put there; before receipts are made out for them.
  await desk.selections.empty();
  await continueAfterRestart(desk);
  lookAtPrinter(desk);
  desk.expiry.start();
  const idleWatch = setInterval(() => {
    const locks = desk.staff.lockWhenIdle();
    if (desk.surroundings.haveChanged() || locks) desk.broadcast();
  }, IDLE_WATCH_MILLISECONDS);
  server = await listenForCores(socketPath, (token) => openDoor(desk, token));
  await Promise.race([desk.pool.start(), hopeless, abandoned]);
  return ok({
    desk,
    hopeless,
    async stop() {
      clearInterval(idleWatch);
      await desk.pool.endAll();
      desk.watch.stop();
      await desk.workers.endAll();
      await server?.close();
      closeFiles(desk);
      rmSync(keeperFolder, { recursive: true, force: true });
    },
  });
}

/** Nobody knows who stands before a screen that was away. */
function lockScreen(desk: Desk): void {
  desk.staff.lock();
  desk.broadcast();
}

/** The calls of one session's core, or null when no living session has this token. */
function openDoor(desk: Desk, token: string): Door | null {
  const session = desk.pool.withToken(token);
  // One core in the whole life of a session: a second one would begin as if nobody had been there.
  if (session === null || desk.occupants.has(token)) return null;
  const occupant = seat(desk, session);
  const registrar = createRegistrar(
    keeperCalls,
    {
      look: () => ok(statusFor(desk, occupant)),
      policy: () => ok(desk.policies.inForce.rules),
      ...staffCalls(desk, occupant),
      ...kioskActs(desk, occupant),
      ...holdCalls(desk, occupant),
      ...ledgerCalls(desk, occupant),
      ...printerCalls(desk, occupant),
      ...ordinaryPrinterCalls(desk, occupant),
      ...ribbonCalls(desk, occupant),
      ...applicationCalls(desk, occupant),
      ...finishCalls(desk, occupant),
    },
    desk.onBug,
    asDiskRefusal,
  );
  return {
    registrar: {
      async answer(name, input, caller) {
        const answer = await registrar.answer(name, input, caller);
        // For one act only, however it went: then the screen falls back to who was signed in.
        if (caller.approved === name) {
          desk.staff.withdrawApproval(token);
          desk.broadcast();
        }
        return answer;
      },
    },
    caller: () => callerOf(desk, occupant),
  };
}

/** Only what a session needs of the keeper's environment, by name. */
function sessionEnvironment(configuration: Configuration): Record<string, string> {
  const kept = ['PATH', 'DISPLAY', 'XAUTHORITY', 'WAYLAND_DISPLAY', 'LANG'];
  const environment: Record<string, string> = {
    COUNTERFOIL_NODE: configuration.node,
    COUNTERFOIL_CORE: configuration.corePath,
    COUNTERFOIL_FONTS: configuration.fontFolder,
  };
  for (const name of kept) {
    const value = process.env[name];
    if (value !== undefined) environment[name] = value;
  }
  return environment;
}
