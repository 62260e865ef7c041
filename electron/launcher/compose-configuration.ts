import { isAbsolute, join, resolve } from 'node:path';
import type { Configuration, MachineEnvironment } from '../../shared/contract/configuration.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { StartProblem } from '../../shared/start/start-problem.ts';
import { readPrinterSeconds } from './printer-seconds.ts';
import { type LauncherEnvironment, unknownSetting } from './settings.ts';
import { shortened } from './shortened.ts';

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
  /** Null for an account that has none. */
  readonly home: string | null;
  readonly platform: NodeJS.Platform;
}

/** Where CUPS listens and has its settings on every Linux that ships it. */
const SYSTEM_PRINT_SERVER = {
  port: 631,
  socket: '/run/cups/cups.sock',
  settings: '/etc/cups/cups-files.conf',
};

/** Like a dye printer in a hurry. */
const SECONDS_PER_FACE = 8;

/**
 * Composes the keeper's configuration from the environment. `names`: of all variables. A name or a value that cannot be used is refused: a
 * kiosk that quietly took another folder than the one it was told would split its ledger.
 */
export function composeConfiguration(
  environment: LauncherEnvironment,
  names: readonly string[],
  place: PackagePlace,
  starter: Starter,
  build: BuildFacts,
): Result<Configuration, StartProblem> {
  // Without the sandbox a hole in the page is a hole in the machine: invariant 10 has no switch for that.
  if (starter.root && !build.evaluation) return err({ kind: 'root' });
  const unknown = unknownSetting(names);
  if (unknown !== null) return err({ kind: 'unknown-setting', ...unknown });
  const secondsPerFace = readPrinterSeconds(environment.COUNTERFOIL_PRINTER_SECONDS, SECONDS_PER_FACE);
  if (!secondsPerFace.ok) return secondsPerFace;
  const folder = readPath('COUNTERFOIL_PRINTER_FOLDER', environment);
  if (!folder.ok) return folder;
  const queue = environment.COUNTERFOIL_OS_QUEUE;
  if (queue !== null && starter.platform === 'linux') {
    return err({
      kind: 'wrong-value',
      name: 'COUNTERFOIL_OS_QUEUE',
      value: shortened(queue),
      takes: 'is for Windows and macOS; on Linux the printer is chosen on the kiosk’s own screen',
    });
  }
  const exportFolder = readPath('COUNTERFOIL_EXPORTS', environment);
  if (!exportFolder.ok) return exportFolder;
  const policyPath = readPath('COUNTERFOIL_POLICY', environment);
  if (!policyPath.ok) return policyPath;
  const dataFolder = dataFolderFrom(environment, starter.home, build);
  if (!dataFolder.ok) return dataFolder;
  return ok({
    dataFolder: dataFolder.value,
    electron: {
      executable: join(place.top, 'counterfoil-session'),
      // The application lies in the executable's own asar, so it need not be named.
      arguments: starter.root ? ['--no-sandbox'] : [],
      runtime: build.runtime,
    },
    node: place.node,
    corePath: join(place.programs, 'core.mjs'),
    workerPath: join(place.programs, 'worker.mjs'),
    recordSearchPath: join(place.programs, 'record-search.mjs'),
    productionPath: join(place.programs, 'production.mjs'),
    fontFolder: join(place.programs, '..', 'fonts'),
    policyPath: policyPath.value ?? usualPolicy(place, build),
    printer:
      queue === null
        ? { driver: 'virtual', secondsPerFace: secondsPerFace.value, folder: folder.value }
        : { driver: 'os', name: queue },
    exportFolder: exportFolder.value,
    printServer: SYSTEM_PRINT_SERVER,
  });
}

/** A city brings its own policy; what is for evaluation and rehearsal has an invented one with it. */
function usualPolicy(place: PackagePlace, build: BuildFacts): string {
  return build.runtime === 'production' && !build.evaluation
    ? '/etc/counterfoil/policy.json'
    : join(place.programs, '..', 'policy.json');
}

/** Evaluation and rehearsal have folders of their own: they must never open the vault of a kiosk for residents. */
function dataFolderFrom(
  environment: LauncherEnvironment,
  home: string | null,
  build: BuildFacts,
): Result<string, StartProblem> {
  const told = readPath('COUNTERFOIL_DATA', environment);
  if (!told.ok) return told;
  if (told.value !== null) return ok(resolve(told.value));
  // The XDG rules let a path that is not absolute count as not set. Here that would be another kiosk.
  const state = readPath('XDG_STATE_HOME', environment);
  if (!state.ok) return state;
  if (state.value === null && home === null) return err({ kind: 'no-home' });
  const base = state.value ?? join(home ?? '', '.local', 'state');
  if (build.evaluation) return ok(join(base, 'counterfoil-evaluation'));
  return ok(join(base, build.runtime === 'evaluation' ? 'counterfoil-rehearsal' : 'counterfoil'));
}

/** A folder that a variable names, or null. A path that depends on where the kiosk was started is refused. */
function readPath(
  name: Exclude<keyof LauncherEnvironment, keyof MachineEnvironment>,
  environment: LauncherEnvironment,
): Result<string | null, StartProblem> {
  const value = environment[name];
  if (value === null || isAbsolute(value)) return ok(value);
  return err({ kind: 'relative-path', name, value: shortened(value) });
}
