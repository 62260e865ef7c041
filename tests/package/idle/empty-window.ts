import { cpSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openToReaders } from '../../../build/packaging/open-to-readers.ts';
import type { Runtime } from '../../../build/runtime/runtime.ts';
import { SWITCHES } from '../../../electron/session/lockdown.ts';
import type { System } from '../container.ts';
import { type Counter, SLUG } from '../counter.ts';

/** The unit of the empty window. */
export const EMPTY_WINDOW = 'counterfoil-empty-window.service';
/** The heading of its page. */
export const EMPTY_HEADING = 'Empty';

const EMPTY_APP = fileURLToPath(new URL('../../bench/empty-app/', import.meta.url));
const [APP_ON_MACHINE, RUNTIME_ON_MACHINE] = ['/srv/empty-app', '/srv/runtime'];
/** In memory, as a session's. */
const FOLDER = '/run/cf-sessions/empty';

/** What the window is drawn by: the runtime itself, which the package has with another application in it. */
export function lendRuntime({ folder }: Runtime): Readonly<Record<string, string>> {
  return { [RUNTIME_ON_MACHINE]: folder };
}

/** Puts the application on the machine, which an ordinary account starts there. */
export async function bringEmptyApp({ root }: System): Promise<void> {
  cpSync(EMPTY_APP, join(root, APP_ON_MACHINE), { recursive: true });
  await openToReaders(join(root, APP_ON_MACHINE));
}

const VARIABLES = {
  HOME: 'home',
  TMPDIR: 'tmp',
  XDG_CONFIG_HOME: 'config',
  XDG_CACHE_HOME: 'cache',
  XDG_DATA_HOME: 'data',
  XDG_STATE_HOME: 'state',
  XDG_RUNTIME_DIR: 'run',
} as const;
const FOLDERS = Object.values(VARIABLES).map((name) => `${FOLDER}/${name}`);
const START = `umask 077; mkdir -p ${FOLDERS.join(' ')}; exec "$@"`;

/**
 * Starts an Electron that does nothing, with the switches and folders of a session, by the kiosk's account and on its display.
 * Its unit has no line that shuts it in: these cost nothing while nobody touches it.
 */
export async function startEmptyWindow(counter: Counter, { folder, executable }: Runtime): Promise<void> {
  const properties = [
    ...['User=counterfoil', 'PrivateTmp=yes', `BindReadOnlyPaths=/run/${SLUG}-x11/socket:/tmp/.X11-unix`],
    'TemporaryFileSystem=/run/cf-sessions:mode=1777,size=512m,nosuid,nodev,noexec',
  ];
  const variables = {
    ...{ DISPLAY: ':0', XAUTHORITY: `/run/${SLUG}-display/xauthority`, LANG: 'C.UTF-8' },
    ...{ BENCH_FOLDER: FOLDER, BENCH_PART: 'window' },
    ...Object.fromEntries(Object.entries(VARIABLES).map(([name, at]) => [name, `${FOLDER}/${at}`])),
  };
  const switches = SWITCHES.map(([name, value]) => (value === '' ? `--${name}` : `--${name}=${value}`));
  await counter.says(
    ...['systemd-run', '--quiet', '--collect', '--expand-environment=no', `--unit=${EMPTY_WINDOW}`],
    ...properties.map((property) => `--property=${property}`),
    ...Object.entries(variables).map(([name, value]) => `--setenv=${name}=${value}`),
    ...['sh', '-c', START, 'sh', join(RUNTIME_ON_MACHINE, relative(folder, executable)), APP_ON_MACHINE],
    ...switches,
  );
}
