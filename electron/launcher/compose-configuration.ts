import { isAbsolute, join, resolve } from 'node:path';
import { err, ok, type Result } from '../../shared/result.ts';
// A type only: the launcher is no part of the keeper, it starts it.
import type { Configuration } from '../keeper/configuration.ts';

/** What was decided when the package was made. */
export interface BuildFacts {
  /** Whether tests may attach to it; false in a release. */
  readonly evaluation: boolean;
  readonly runtime: 'evaluation' | 'production';
}

/** Where things lie in the package. */
export interface PackagePlace {
  /** The folder that holds the launcher's own script and the Electron executable. */
  readonly top: string;
  /** The folder of the keeper, the core and the print worker. */
  readonly programs: string;
  readonly node: string;
}

/** Who starts the kiosk. */
export interface Starter {
  readonly root: boolean;
  readonly home: string;
  readonly platform: NodeJS.Platform;
}

/** Where CUPS listens and has its settings on every Linux that ships it. */
const SYSTEM_PRINT_SERVER = { port: 631, settings: '/etc/cups/cups-files.conf' };

/** Like a dye printer in a hurry. */
const SECONDS_PER_FACE = 8;
/** The same bounds as the printer's own contract; a test holds the two together. */
const MOST_SECONDS_PER_FACE = 60;

/**
 * Composes the keeper's configuration from the environment. A value that cannot be used is refused with one
 * sentence: a kiosk that quietly took another folder than the one it was told would split its ledger.
 */
export function composeConfiguration(
  environment: NodeJS.ProcessEnv,
  place: PackagePlace,
  starter: Starter,
  build: BuildFacts,
): Result<Configuration, string> {
  // Without the sandbox a hole in the page is a hole in the machine: invariant 10 has no switch for that.
  if (starter.root && !build.evaluation) {
    return err(
      'Counterfoil does not run as root, because root has no sandbox. Start it as an ordinary user.',
    );
  }
  const secondsPerFace = readSeconds(given(environment.COUNTERFOIL_PRINTER_SECONDS));
  if (!secondsPerFace.ok) return secondsPerFace;
  const folder = given(environment.COUNTERFOIL_PRINTER_FOLDER);
  if (folder !== null && !isAbsolute(folder)) {
    return err(`COUNTERFOIL_PRINTER_FOLDER is "${folder}"; it takes the full path of a folder.`);
  }
  const queue = given(environment.COUNTERFOIL_OS_QUEUE);
  if (queue !== null && starter.platform === 'linux') {
    return err(
      `COUNTERFOIL_OS_QUEUE is "${queue}", but on Linux the printer is chosen on the kiosk's own screen.`,
    );
  }
  const exportFolder = given(environment.COUNTERFOIL_EXPORTS);
  if (exportFolder !== null && !isAbsolute(exportFolder)) {
    return err(`COUNTERFOIL_EXPORTS is "${exportFolder}"; it takes the full path of a folder.`);
  }
  return ok({
    dataFolder: dataFolderFrom(environment, starter.home, build),
    electron: {
      executable: join(place.top, 'counterfoil-session'),
      // The application lies in the executable's own asar, so it need not be named.
      arguments: starter.root ? ['--no-sandbox'] : [],
      runtime: build.runtime,
    },
    node: place.node,
    corePath: join(place.programs, 'core.mjs'),
    workerPath: join(place.programs, 'worker.mjs'),
    fontFolder: join(place.programs, '..', 'fonts'),
    printer:
      queue === null
        ? { driver: 'virtual', secondsPerFace: secondsPerFace.value, folder }
        : { driver: 'os', name: queue },
    exportFolder,
    printServer: SYSTEM_PRINT_SERVER,
  });
}

/** Evaluation and rehearsal have folders of their own: they must never open the vault of a kiosk for residents. */
function dataFolderFrom(environment: NodeJS.ProcessEnv, home: string, build: BuildFacts): string {
  const told = given(environment.COUNTERFOIL_DATA);
  if (told !== null) return resolve(told);
  const state = given(environment.XDG_STATE_HOME);
  // The XDG rules: a path that is not absolute counts as not set.
  const base = state !== null && isAbsolute(state) ? state : join(home, '.local', 'state');
  if (build.evaluation) return join(base, 'counterfoil-evaluation');
  return join(base, build.runtime === 'evaluation' ? 'counterfoil-rehearsal' : 'counterfoil');
}

function readSeconds(told: string | null): Result<number, string> {
  if (told === null) return ok(SECONDS_PER_FACE);
  const seconds = Number(told);
  if (seconds >= 0 && seconds <= MOST_SECONDS_PER_FACE) return ok(seconds);
  return err(
    `COUNTERFOIL_PRINTER_SECONDS is "${told}"; it takes a number of seconds from 0 to ${MOST_SECONDS_PER_FACE}.`,
  );
}

/** Set and not empty: an empty variable is how a service file says "not set". */
function given(value: string | undefined): string | null {
  return value === undefined || value.trim() === '' ? null : value;
}
