import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { type Configuration, environmentOfKeeper } from '../../shared/contract/configuration.ts';
import { NO_PRESET, type Preset } from '../../shared/settings/preset.ts';
import { applicationFolder } from '../bundle.ts';
import { shippedPolicy } from '../programmes/shipped-policy.ts';
import type { Runtime } from '../runtime/runtime.ts';

/** What may differ from one kiosk to the next. */
export interface KioskOptions {
  readonly runtime: Runtime;
  readonly dataFolder: string;
  readonly printer: { readonly secondsPerFace: number; readonly folder: string | null };
  /** The display and what else a window needs. */
  readonly environment: Readonly<Record<string, string>>;
  /** A motion-JPEG file in the place of a camera, `none` for a machine without one, absent for the real one. */
  readonly camera?: string;
  /** Another policy than the shipped one. */
  readonly policyPath?: string;
  /** Where the ledger's exports go (the place of a stick); absent: nowhere. */
  readonly exportFolder?: string;
  /** What the settings decide; absent: nothing. */
  readonly preset?: Partial<Preset>;
  /** Another print server than the system's. */
  readonly printServer?: Configuration['printServer'];
  /** Opens debugging ports on loopback, for tests. Evaluation bundles only. */
  readonly debugging?: boolean;
  /** Another keeper program than the bundled one: suites that must see inside bring their own. */
  readonly keeperPath?: string;
  /** Another bundle of the session than the product's; suites bring it. Absent: the product's. */
  readonly sessionFolder?: string;
  /** Another core than the product's; suites bring it. */
  readonly corePath?: string;
  /** Hears each line of its log as it comes. */
  readonly heard?: (line: string) => void;
  /** Added to the keeper's environment only; its sessions do not get it. */
  readonly keeperEnvironment?: Readonly<Record<string, string>>;
}

/** A keeper that was started here, with everything below it. */
export interface LaunchedKiosk {
  readonly process: ChildProcess;
  readonly pid: number;
  /** Resolves once the first session is on the screen; rejects with the keeper's own words if it ends first. */
  readonly ready: Promise<void>;
  /** What the keeper has said on standard error so far, line by line. */
  readonly said: readonly string[];
  /** Resolves with the exit code. */
  readonly ended: Promise<number | null>;
  /** Ends the keeper, which ends its sessions, and waits for it. */
  stop(): Promise<void>;
}

/** Starts a keeper on the bundled application, without a shell. It ends with this process. */
export function launchKeeper(options: KioskOptions): LaunchedKiosk {
  const root = process.getuid?.() === 0;
  const configuration: Configuration = {
    dataFolder: options.dataFolder,
    electron: {
      executable: options.runtime.executable,
      // As root Chromium refuses to start with its sandbox. A counter runs as an ordinary user.
      arguments: [options.sessionFolder ?? applicationFolder, ...(root ? ['--no-sandbox'] : [])],
      runtime: options.runtime.kind,
    },
    node: process.execPath,
    corePath: options.corePath ?? join(applicationFolder, 'node', 'core.mjs'),
    workerPath: join(applicationFolder, 'node', 'worker.mjs'),
    recordSearchPath: join(applicationFolder, 'node', 'record-search.mjs'),
    productionPath: join(applicationFolder, 'node', 'production.mjs'),
    doctorPath: join(applicationFolder, 'node', 'doctor.mjs'),
    fontFolder: join(applicationFolder, 'fonts'),
    policyPath: options.policyPath ?? shippedPolicy,
    provisioned: false,
    settingsFile: null,
    printer: { driver: 'virtual', ...options.printer },
    exportFolder: options.exportFolder ?? null,
    lockAfterMinutes: 5,
    preset: { ...NO_PRESET, ...options.preset },
    printServer: options.printServer ?? {
      port: 631,
      socket: '/run/cups/cups.sock',
      settings: '/etc/cups/cups-files.conf',
    },
  };
  const child = spawn(
    process.execPath,
    [options.keeperPath ?? join(applicationFolder, 'node', 'keeper.mjs')],
    {
      // The fifth is for suites whose own keeper program tells more (see keeperPath); the product's leaves it alone.
      stdio: ['ignore', 'pipe', 'pipe', 'ipc', options.keeperPath === undefined ? 'ignore' : 'pipe'],
      env: {
        PATH: process.env.PATH ?? '/usr/bin:/bin',
        ...options.environment,
        ...options.keeperEnvironment,
        ...environmentOfKeeper(configuration),
        ...(options.camera === undefined ? {} : { COUNTERFOIL_CAMERA_FILE: options.camera }),
        ...(options.debugging === true ? { COUNTERFOIL_DEBUGGING: '1' } : {}),
      },
    },
  );
  const { pid, stdout, stderr } = child;
  if (pid === undefined || stdout === null || stderr === null)
    throw new Error('the keeper could not be started');
  const complaints: string[] = [];
  createInterface({ input: stderr }).on('line', (line) => {
    complaints.push(line);
    options.heard?.(line);
    if (process.env.COUNTERFOIL_VERBOSE !== undefined) process.stderr.write(`${line}\n`);
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const ready = new Promise<void>((resolve, reject) => {
    createInterface({ input: stdout }).on('line', (line) => {
      if (line.startsWith('counterfoil: the kiosk is on the screen')) resolve();
    });
    void ended.then((code) =>
      reject(new Error(`the keeper ended (${code}):\n${complaints.slice(-12).join('\n')}`)),
    );
  });
  // Whoever only waits for the end must not be told of the same end as an unhandled failure.
  ready.catch(() => undefined);
  return {
    process: child,
    pid,
    ready,
    said: complaints,
    ended,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** The place of this repository, for messages and paths of suites. */
export const repositoryFolder = fileURLToPath(new URL('../../', import.meta.url));
