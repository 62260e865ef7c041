import { join } from 'node:path';
import type { Configuration, MachineEnvironment } from '../../../shared/contract/configuration.ts';
import { answers, namedDisplay } from '../../lib/display/display.ts';
import { NO_INPUT_METHOD } from '../../lib/display/no-input-method.ts';
import { isFileSystemError } from '../../lib/file-systems/file-system-error.ts';
import { findVolatileRoot } from '../../lib/file-systems/volatile-root.ts';
import { RuntimeNotStarted, type Session, type SessionLaunch, startSession } from './session.ts';
import { clearAfter } from './session-starter.ts';
import { createKeeperFolder, KEEPER_SOCKET, removeSessionFolder } from './volatile-folder.ts';

/** What sessions of a keeper are started by. */
export type StartedBy = Pick<Configuration, 'electron' | 'node' | 'corePath' | 'fontFolder'>;

/** The machine that they run on. */
export interface SessionMachine extends MachineEnvironment {
  /** What each Electron is started with, besides its application's own words. */
  readonly electronArguments: readonly string[];
}

/**
 * A session that was started before the keeper was ready for it: Electron comes up while the rest of the keeper is loaded and the
 * kiosk's files are opened. It is on no screen and in no record, and its core waits at the door. A keeper that dies before it has recorded it leaves
 * it to itself: it ends with the keeper's channel, as every session does.
 */
export interface EarlySession {
  readonly keeperFolder: string;
  readonly session: Session;
  /** What its end empties from now on. Until then nobody has seen it, and nothing of it is in any selection. */
  emptiesWith(empty: SessionLaunch['emptySelections']): void;
  /** Ends it, with the keeper's folder: there is no keeper to show it. */
  abandon(): Promise<void>;
}

/** Where the memory for a keeper's folder may be. */
export function volatileRootOn(machine: MachineEnvironment): ReturnType<typeof findVolatileRoot> {
  return findVolatileRoot([machine.XDG_RUNTIME_DIR, '/dev/shm']);
}

/** How the sessions of one keeper are started. */
export function sessionLaunch(
  configuration: StartedBy,
  machine: SessionMachine,
  keeperFolder: string,
  emptySelections: SessionLaunch['emptySelections'],
): SessionLaunch {
  const { electron, node, corePath, fontFolder } = configuration;
  const { PATH, DISPLAY, XAUTHORITY, WAYLAND_DISPLAY, LANG } = machine;
  return {
    executable: electron.executable,
    argumentsBefore: [...electron.arguments, ...machine.electronArguments],
    environment: {
      // Only what a session needs of the keeper's own environment.
      ...{ PATH, DISPLAY, XAUTHORITY, WAYLAND_DISPLAY, LANG },
      ...NO_INPUT_METHOD,
      ...{ COUNTERFOIL_NODE: node, COUNTERFOIL_CORE: corePath, COUNTERFOIL_FONTS: fontFolder },
    },
    keeperFolder,
    socketPath: join(keeperFolder, KEEPER_SOCKET),
    emptySelections,
  };
}

/**
 * Starts the first session of a keeper. Null where it could not come up now, or has no place: whoever needs a session finds that out
 * again, and says why.
 */
export async function startEarlySession(
  configuration: StartedBy,
  machine: SessionMachine,
): Promise<EarlySession | null> {
  const display = namedDisplay(machine);
  if (display === null || !(await answers(display))) return null;
  const root = volatileRootOn(machine);
  const keeperFolder = root.ok ? folderIn(root.value) : null;
  if (keeperFolder === null) return null;
  let empty: SessionLaunch['emptySelections'] = async () => ({ kind: 'empty' });
  const session = startIn(sessionLaunch(configuration, machine, keeperFolder, () => empty()));
  if (session === null) return null;
  return {
    keeperFolder,
    session,
    emptiesWith(selections) {
      empty = selections;
    },
    async abandon() {
      await clearAfter(session);
      removeSessionFolder(keeperFolder);
    },
  };
}

function folderIn(root: string): string | null {
  try {
    return createKeeperFolder(root);
  } catch (error) {
    if (isFileSystemError(error)) return null;
    throw error;
  }
}

/** Null, and its keeper's folder is gone again, where the runtime or room for it is missing: a screen is asked for once more later. */
function startIn(launch: SessionLaunch): Session | null {
  try {
    return startSession(launch);
  } catch (error) {
    removeSessionFolder(launch.keeperFolder);
    if (error instanceof RuntimeNotStarted || isFileSystemError(error)) return null;
    throw error;
  }
}
