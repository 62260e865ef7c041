import { join, resolve } from 'node:path';
import type { Configuration } from '../../shared/contract/configuration.ts';
import { parsePrinterAddress, printerUri } from '../../shared/printing/address.ts';
import type { Preset, PresetPrinter } from '../../shared/settings/preset.ts';
import { POLICY_FILE } from '../../shared/settings/settings-place.ts';
import type { Settings } from '../../shared/settings/settings-schema.ts';

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

/** Where CUPS listens and has its settings on every Linux that ships it. */
const SYSTEM_PRINT_SERVER = {
  port: 631,
  socket: '/run/cups/cups.sock',
  settings: '/etc/cups/cups-files.conf',
};

/** Composes the keeper's configuration from the settings, but for where these are. `root`: whether root starts it. */
export function composeConfiguration(
  settings: Settings,
  place: PackagePlace,
  build: BuildFacts,
  root: boolean,
): Omit<Configuration, 'settingsFile'> {
  // Whoever stands before a counter with an empty disk makes nobody a supervisor: of a release only root's own word lets them.
  const provisioned = settings.provisioned ?? isRelease(build);
  return {
    dataFolder: resolve(settings['data-folder']),
    electron: {
      executable: join(place.top, 'counterfoil-session'),
      // The application lies in the executable's own asar, so it need not be named.
      arguments: root ? ['--no-sandbox'] : [],
      runtime: build.runtime,
    },
    node: place.node,
    corePath: join(place.programs, 'core.mjs'),
    workerPath: join(place.programs, 'worker.mjs'),
    recordSearchPath: join(place.programs, 'record-search.mjs'),
    productionPath: join(place.programs, 'production.mjs'),
    doctorPath: join(place.programs, 'doctor.mjs'),
    fontFolder: join(place.programs, '..', 'fonts'),
    policyPath: settings['policy-file'] ?? (provisioned ? POLICY_FILE : usualPolicy(place, build)),
    provisioned,
    printer: printerOf(settings),
    exportFolder: settings['usb-drive'] ?? null,
    lockAfterMinutes: settings['lock-after-minutes'],
    printServer: SYSTEM_PRINT_SERVER,
    preset: presetOf(settings),
  };
}

/** A city brings its own policy; what is for evaluation and rehearsal has an invented one with it. */
function usualPolicy(place: PackagePlace, build: BuildFacts): string {
  return isRelease(build) ? POLICY_FILE : join(place.programs, '..', 'policy.json');
}

/** Whether the package is for residents' data: no rehearsal, and nothing to evaluate. */
function isRelease({ evaluation, runtime }: BuildFacts): boolean {
  return runtime === 'production' && !evaluation;
}

function presetOf({ custody, camera, display, ...settings }: Settings): Preset {
  return {
    ...{ custody: custody ?? null, camera: camera ?? null, display: display ?? null },
    cardPrinter: presetPrinter(settings['card-printer']),
    ordinaryPrinter: presetPrinter(settings['ordinary-printer']),
  };
}

/** With the address as an inspection has it, however it was written. */
function presetPrinter(named: Settings['card-printer']): PresetPrinter | null {
  const target = named === undefined ? null : parsePrinterAddress(named.address);
  if (named === undefined || target?.ok !== true) return null;
  return { address: printerUri(target.value), pin: named.certificate ?? null };
}

function printerOf({
  'print-queue': queue,
  'built-in-printer': builtIn,
}: Settings): Configuration['printer'] {
  return queue === undefined
    ? { driver: 'virtual', secondsPerFace: builtIn['seconds-per-face'], folder: builtIn.folder ?? null }
    : { driver: 'os', name: queue };
}
