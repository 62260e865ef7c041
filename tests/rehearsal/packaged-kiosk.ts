import { type ChildProcess, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readlinkSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { createInterface } from 'node:readline';
import { writeCameraFile } from '../../build/kiosk/camera-file.ts';
import {
  type RecordedSessions,
  readRecordedSessions,
} from '../../electron/keeper/sessions/recorded-sessions.ts';
import { SETTINGS_FILE } from '../../shared/settings/settings-place.ts';
import type { DisplayEnvironment } from '../support/display/mapped-windows.ts';
import { settingsText } from '../support/kiosk/settings-text.ts';

/** Debian's nobody: the suite is root, a counter never is, and root has no sandbox of Chromium's. */
export const ORDINARY_USER = { uid: 65_534, gid: 65_534 };

/** A machine with the package installed, an ordinary user's home, and something that stands in for its camera. */
export interface Counter {
  readonly dataFolder: string;
  /** Starts the kiosk as whoever sits down at it, and waits until it says that it is on the screen. */
  start(environment: DisplayEnvironment): Promise<StartedKiosk>;
  /** Whether a process runs a program of the package. */
  owns(pid: number): boolean;
  remove(): void;
}

/** A kiosk as it was started: its keeper, and what it says of its sessions. */
export interface StartedKiosk {
  readonly pid: number;
  sessions(): RecordedSessions['sessions'];
  shown(): number | null;
  /** As whoever switches the machine off. Resolves with the exit code. */
  stop(): Promise<number | null>;
}

/** Installs the package in a place of its own. */
export function setUpCounter(packageFolder: string): Counter {
  const work = mkdtempSync(join(tmpdir(), 'counterfoil-rehearsal-'));
  // A rehearsal takes a data folder where a release does, which is in no temporary one.
  const state = mkdtempSync('/var/lib/counterfoil-rehearsal-');
  const [application, home, etc] = [join(work, 'application'), join(work, 'home'), join(work, 'etc')];
  cpSync(packageFolder, application, { recursive: true });
  mkdirSync(home);
  for (const path of [work, home, state]) chownSync(path, ORDINARY_USER.uid, ORDINARY_USER.gid);
  connectCamera(application, work);
  const dataFolder = join(state, 'data');
  writeSettings(etc, settingsText({ dataFolder }));
  return {
    dataFolder,
    start: (environment) => start({ application, home, etc, dataFolder }, environment),
    owns(pid) {
      try {
        return readlinkSync(`/proc/${pid}/exe`).startsWith(`${application}/`);
      } catch {
        // It has ended: nobody can tell any more.
        return false;
      }
    },
    remove() {
      for (const path of [work, state]) rmSync(path, { recursive: true, force: true });
    },
  };
}

/**
 * A release takes no film in the place of a camera, and neither does a rehearsal: so the machine is given one. A
 * script in the place of Electron starts it with Chromium's own switches; nothing else of the package is touched.
 */
function connectCamera(application: string, work: string): void {
  const film = join(work, 'camera.mjpeg');
  writeCameraFile(film, 1);
  chmodSync(film, 0o644);
  const executable = join(application, 'counterfoil-session');
  const real = `${executable}-itself`;
  renameSync(executable, real);
  writeFileSync(
    executable,
    `#!/bin/sh\nexec '${real}' --use-fake-device-for-media-stream '--use-file-for-fake-video-capture=${film}' "$@"\n`,
  );
  chmodSync(executable, 0o755);
}

/** As root puts it there, below a folder that will be laid over /etc. */
function writeSettings(etc: string, text: string): void {
  const file = join(etc, relative('/etc', SETTINGS_FILE));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  // Whatever the umask is.
  for (const folder of [etc, dirname(file)]) chmodSync(folder, 0o755);
  chmodSync(file, 0o644);
}

/**
 * A release takes its settings from one file of root's, and neither from its environment nor from any other place: so the command is
 * started in a view of the file system of its own, in which a folder lies over /etc. The machine's own /etc stays as it is.
 * `exec` throughout: the process that was started becomes the command. $1: the folder; then the user, and the command.
 */
const WITH_SETTINGS = `mount -t overlay -o "lowerdir=$1:/etc" overlay /etc
user=$2
shift 2
exec setpriv --reuid "$user" --regid "$user" --clear-groups -- "$@"`;

interface Installed {
  readonly application: string;
  readonly home: string;
  /** What lies over /etc. */
  readonly etc: string;
  readonly dataFolder: string;
}

async function start(
  { application, home, etc, dataFolder }: Installed,
  environment: DisplayEnvironment,
): Promise<StartedKiosk> {
  const command = ['sh', '-ec', WITH_SETTINGS, 'sh', etc, `${ORDINARY_USER.uid}`];
  const view = ['--mount', '--propagation', 'private', '--', ...command];
  const kiosk = spawn('unshare', [...view, join(application, 'counterfoil')], {
    cwd: home,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: '/usr/bin:/bin', HOME: home, ...environment },
  });
  const { pid } = kiosk;
  if (pid === undefined) throw new Error('the packaged kiosk could not be started');
  const ended = new Promise<number | null>((resolve) => kiosk.once('exit', resolve));
  await onScreen(kiosk, ended);
  const sessions = (): RecordedSessions['sessions'] =>
    readRecordedSessions(join(dataFolder, 'sessions.json'))?.sessions ?? [];
  return {
    pid,
    sessions,
    shown: () => sessions().find(({ shown }) => shown)?.pid ?? null,
    stop() {
      kiosk.kill('SIGTERM');
      return ended;
    },
  };
}

/** Waits for the launcher's one line, or for its end. */
function onScreen(kiosk: ChildProcess, ended: Promise<number | null>): Promise<void> {
  return new Promise((resolve, reject) => {
    const { stdout, stderr } = kiosk;
    if (stdout === null || stderr === null) throw new Error('the launcher has no output');
    const complaints: string[] = [];
    createInterface({ input: stderr }).on('line', (line) => {
      complaints.push(line);
      if (process.env.COUNTERFOIL_VERBOSE !== undefined) process.stderr.write(`${line}\n`);
    });
    createInterface({ input: stdout }).on('line', (line) => {
      if (line.includes('the kiosk is on the screen')) resolve();
    });
    void ended.then((code) =>
      reject(new Error(`the packaged kiosk ended (${code}):\n${complaints.slice(-12).join('\n')}`)),
    );
  });
}
