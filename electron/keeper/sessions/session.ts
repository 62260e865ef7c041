import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { type SessionId, sessionId } from '../../../shared/contract/ids.ts';
import { type SessionOrder, sessionReport } from '../../../shared/contract/session.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { livingProcessesOf } from './processes.ts';
import { createSessionFolder, removeSessionFolder, type SessionFolder } from './volatile-folder.ts';

/** How an Electron instance is started. The same for every session of a keeper. */
export interface SessionLaunch {
  readonly executable: string;
  readonly argumentsBefore: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly keeperFolder: string;
  readonly socketPath: string;
}

/** One Electron instance for one applicant: its own process group and POSIX session, its own folder. */
export interface Session {
  readonly id: SessionId;
  readonly token: string;
  readonly pid: number;
  readonly folder: SessionFolder;
  /** Resolves once its first screen is painted; rejects never: a session that dies resolves `died`. */
  readonly painted: Promise<'painted' | 'died'>;
  /** Resolves when its main process has ended, however. */
  readonly died: Promise<void>;
  /** Puts its window on the screen; resolves when the window is there (or the session died). */
  show(): Promise<void>;
  /** Ends every process of the session and proves it. Returns how many there were. */
  end(): Promise<Result<number, { readonly kind: 'processes-left'; readonly pids: readonly number[] }>>;
  /** Removes its folder and proves it. */
  removeFolder(): Result<null, { readonly kind: 'still-there' }>;
}

const PROOF_ATTEMPTS = 200;
const PROOF_PAUSE_MILLISECONDS = 5;

/** Starts a session, hidden. It shows nobody and knows nobody until it is told to. */
export function startSession(launch: SessionLaunch): Session {
  const id = sessionId.parse(randomBytes(16).toString('hex'));
  const token = randomBytes(32).toString('hex');
  const folder = createSessionFolder(launch.keeperFolder);
  const child = spawn(launch.executable, [...launch.argumentsBefore], {
    // Its own process group and POSIX session: it is ended as a whole and proven gone by that id.
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: {
      ...launch.environment,
      ...folder.environment,
      COUNTERFOIL_SESSION_FOLDER: folder.path,
      COUNTERFOIL_KEEPER_SOCKET: launch.socketPath,
      COUNTERFOIL_SESSION_TOKEN: token,
    },
  });
  const pid = child.pid;
  if (pid === undefined) throw new Error('the Electron runtime could not be started');
  const died = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  const reported = (kind: 'painted' | 'shown'): Promise<void> =>
    new Promise((resolve) => {
      child.on('message', (message) => {
        const report = sessionReport.safeParse(message);
        if (report.success && report.data.kind === kind) resolve();
      });
    });
  const painted = reported('painted');
  const shown = reported('shown');
  return {
    id,
    token,
    pid,
    folder,
    painted: Promise.race([painted.then(() => 'painted' as const), died.then(() => 'died' as const)]),
    died,
    async show() {
      order(child, { kind: 'show' });
      await Promise.race([shown, died]);
    },
    end: () => endGroup(pid),
    removeFolder: () => removeSessionFolder(folder.path),
  };
}

function order(child: ChildProcess, message: SessionOrder): void {
  if (child.connected) child.send(message);
}

/** Ends a process group by SIGKILL and waits until no process of its POSIX session lives. */
export async function endGroup(
  leader: number,
): Promise<Result<number, { readonly kind: 'processes-left'; readonly pids: readonly number[] }>> {
  const before = livingProcessesOf(leader).length;
  let living = livingProcessesOf(leader);
  for (let attempt = 0; attempt < PROOF_ATTEMPTS && living.length > 0; attempt += 1) {
    killGroup(leader);
    // A sandboxed child may have left the group; it is named by its own id as well.
    for (const entry of living) kill(entry.pid);
    await delay(PROOF_PAUSE_MILLISECONDS);
    living = livingProcessesOf(leader);
  }
  return living.length === 0
    ? ok(before)
    : err({ kind: 'processes-left', pids: living.map((entry) => entry.pid) });
}

function killGroup(leader: number): void {
  kill(-leader);
}

function kill(target: number): void {
  try {
    process.kill(target, 'SIGKILL');
  } catch (error) {
    // Already gone is what we want; the proof above reads /proc and does not rely on this call.
    if (!(error instanceof Error && 'code' in error && (error.code === 'ESRCH' || error.code === 'EPERM')))
      throw error;
  }
}
