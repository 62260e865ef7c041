import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { findProgram } from '../../../build/machine/command.ts';
import { descendantsOf, processesOfSession } from '../../support/memory/process-tree.ts';

const END_MILLISECONDS = 3_000;

/** A server that a test started. */
export interface ChildServer {
  readonly pid: number;
  /** What it printed so far, both streams. */
  said(): string;
  hasEnded(): boolean;
  /** Resolves when the process is gone, whoever ended it. */
  readonly gone: Promise<void>;
  /** The same, and keeps our own process alive until then. */
  ended(): Promise<void>;
  /** Ends it at once, as a power cut does, and what it started. */
  kill(): Promise<void>;
  /** Ends it in order, and what it started. */
  stop(): Promise<void>;
}

export interface ChildOptions {
  readonly environment?: Readonly<Record<string, string>>;
  /** A file for what it prints: a pipe would keep our own process from ending. */
  readonly log: string;
}

/**
 * Starts a server in a session of its own. The kernel ends it when our process dies by a signal, when no
 * handler of ours can run; `setpriv` asks for that and then becomes the server, so the process id is the server's.
 */
export async function startChild(
  program: string,
  words: readonly string[],
  options: ChildOptions,
): Promise<ChildServer> {
  const leash = await findProgram('setpriv');
  const [first, ...rest] =
    leash === null ? [program, ...words] : [leash, '--pdeathsig', 'TERM', program, ...words];
  const log = openSync(options.log, 'w');
  const child = spawn(first, rest, {
    detached: true,
    stdio: ['ignore', log, log],
    env: { ...process.env, LC_ALL: 'C', ...options.environment },
  });
  closeSync(log);
  const { pid } = child;
  if (pid === undefined) throw new Error(`${program} does not start`);
  /** What it started; also in sessions of their own. Once it is gone, those belong to init and are not found. */
  const below = (): readonly number[] => descendantsOf(pid);
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => {
      // What a dying server started last had no time to be found below it. Now, while nobody else has the number.
      killAll(processesOfSession(pid));
      resolve();
    });
  });
  const atExit = (): void => killAll([pid, ...below()]);
  process.once('exit', atExit);
  void gone.then(() => process.off('exit', atExit));
  child.unref();
  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null;
  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    if (hasEnded()) return;
    const started = below();
    child.kill(signal);
    const timer = setTimeout(() => child.kill('SIGKILL'), END_MILLISECONDS);
    await waitFor(child, gone);
    clearTimeout(timer);
    killAll(started);
  };
  return {
    pid,
    said: () => readFileSync(options.log, 'utf8'),
    hasEnded,
    gone,
    ended: () => waitFor(child, gone),
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  };
}

async function waitFor(child: ChildProcess, gone: Promise<void>): Promise<void> {
  child.ref();
  await gone;
}

function killAll(pids: readonly number[]): void {
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch (error) {
      if (!isGone(error)) throw error;
    }
  }
}

function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ESRCH';
}
