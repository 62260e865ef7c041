import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ReadyKiosk } from '../../build/kiosk/make-ready.ts';
import { endGroup } from '../../electron/keeper/sessions/end-group.ts';
import {
  createKeeperFolder,
  createSessionFolder,
  removeSessionFolder,
} from '../../electron/keeper/sessions/volatile-folder.ts';
import { SWITCHES } from '../../electron/session/lockdown.ts';

const EMPTY_APP = fileURLToPath(new URL('empty-app/', import.meta.url));

/** A running empty app. */
export interface EmptyApp {
  readonly process: ChildProcess;
  /** Where its Chromium folder lies: in memory, as a session's does. */
  readonly folder: string;
  /** Resolves when its page has loaded. */
  readonly loaded: Promise<void>;
  stop(): Promise<void>;
}

/** Starts the baseline: an Electron that does nothing, with the switches and folders of a session. */
export function startEmptyApp(
  { runtime, display }: ReadyKiosk,
  part: 'window' | 'echo',
  page?: string,
): EmptyApp {
  const root = createKeeperFolder('/dev/shm');
  const { path, environment } = createSessionFolder(root);
  const switches = SWITCHES.map(([name, value]) => (value === '' ? `--${name}` : `--${name}=${value}`));
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(runtime.executable, [EMPTY_APP, ...asRoot, '--remote-debugging-port=0', ...switches], {
    detached: true,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: {
      PATH: process.env.PATH ?? '/usr/bin:/bin',
      ...display.environment,
      ...environment,
      BENCH_FOLDER: path,
      BENCH_PART: part,
      ...(page === undefined ? {} : { BENCH_PAGE: page }),
    },
  });
  const { pid } = child;
  if (pid === undefined) throw new Error('the empty app could not be started');
  const loaded = new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve());
    child.once('exit', () => reject(new Error('the empty app ended')));
  });
  // Who only ends it must not be told of that end as an unhandled failure.
  loaded.catch(() => undefined);
  return {
    process: child,
    folder: path,
    loaded,
    async stop() {
      await endGroup(pid);
      removeSessionFolder(root);
    },
  };
}
