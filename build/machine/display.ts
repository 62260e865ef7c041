import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { chmod, chown, mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { err, ok, type Result } from '../../shared/result.ts';
import { wildAuthority } from './authority.ts';
import { findProgram, lastLines } from './command.ts';

const startWithinMilliseconds = 60_000;
/** One that is killed leaves its socket and its lock. */
const endWithinMilliseconds = 20_000;

/** An X display to draw on. */
export interface Display {
  /** As in the variable DISPLAY: ":5". */
  readonly name: string;
  /** What a program that draws on it needs in its environment. */
  readonly environment: Readonly<Record<string, string>>;
  /** Whether we started it, and so must end it. */
  readonly own: boolean;
  readonly say: string;
  /** Ends our own server; does nothing to anybody else's. */
  stop(): Promise<void>;
}

export interface DisplayOptions {
  /** The user who will draw, when root starts the server for another: that user must read the authority file. */
  readonly readableBy?: { readonly uid: number; readonly gid: number };
  /** Start our own server even where a display is set: tests must not type into somebody's desktop. */
  readonly alwaysOwn?: boolean;
}

/**
 * The X display that an environment names; null: none. A Wayland display is none: what is opened here is handed DISPLAY
 * alone.
 */
export function xDisplayIn(environment: Readonly<Record<string, string | undefined>>): string | null {
  const name = environment.DISPLAY ?? '';
  return name === '' ? null : name;
}

/**
 * Returns the display that is set, or starts an X server without a screen on a free number. It runs in its
 * own session, because Ctrl+C would otherwise reach it first, and a session dies with its X server before
 * it can end in order.
 */
export async function startDisplay(options: DisplayOptions = {}): Promise<Result<Display, string>> {
  const set = xDisplayIn(process.env);
  if (set !== null && options.alwaysOwn !== true) return ok(displayOfOthers(set));

  const server = await findProgram('Xvfb');
  if (server === null) return err('There is no display and no Xvfb: sudo apt-get install -y xvfb');
  const folder = await mkdtemp(path.join(os.tmpdir(), 'counterfoil-display-'));
  const authority = path.join(folder, 'authority');
  await writeFile(authority, wildAuthority(), { mode: 0o600 });
  if (options.readableBy !== undefined) {
    for (const one of [authority, folder]) await chown(one, options.readableBy.uid, options.readableBy.gid);
    await chmod(folder, 0o700);
  }
  const words = [
    '-displayfd',
    '3',
    '-screen',
    '0',
    '1280x800x24',
    '-nolisten',
    'tcp',
    '-noreset',
    '-auth',
    authority,
  ];
  // The kernel ends it when we die by a signal, when no handler of ours can run.
  const leash = await findProgram('setpriv');
  const [program, ...rest] =
    leash === null ? [server, ...words] : [leash, '--pdeathsig', 'TERM', server, ...words];
  // Complaints go to a file: a pipe would keep our own process from ending.
  const log = await open(path.join(folder, 'log'), 'w');
  const child = spawn(program, rest, { detached: true, stdio: ['ignore', 'ignore', log.fd, 'pipe'] });
  await log.close();

  const number = await firstLine(child, path.join(folder, 'log'));
  if (!number.ok) {
    await end(child, folder);
    return err(`Xvfb did not start: ${number.error}`);
  }
  const name = `:${number.value}`;
  const endAtExit = () => {
    child.kill('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', endAtExit);
  child.unref();
  return ok({
    name,
    environment: { DISPLAY: name, XAUTHORITY: authority },
    own: true,
    say: `No display is set: started Xvfb on ${name} (process ${child.pid}).`,
    stop: async () => {
      process.off('exit', endAtExit);
      await end(child, folder);
    },
  });
}

/** Runs something that draws, with a display that ends afterwards if it is ours. */
export async function withDisplay<Value>(
  run: (display: Display) => Promise<Value>,
  options: DisplayOptions = {},
): Promise<Result<Value, string>> {
  const display = await startDisplay(options);
  if (!display.ok) return display;
  try {
    return ok(await run(display.value));
  } finally {
    await display.value.stop();
  }
}

function displayOfOthers(name: string): Display {
  const authority = process.env.XAUTHORITY;
  return {
    name,
    environment: authority === undefined ? { DISPLAY: name } : { DISPLAY: name, XAUTHORITY: authority },
    own: false,
    say: `Using the display ${name}.`,
    stop: () => Promise.resolve(),
  };
}

function firstLine(child: ChildProcess, log: string): Promise<Result<string, string>> {
  return new Promise((resolve) => {
    const numbers = child.stdio[3];
    const settle = (result: Result<string, string>) => {
      clearTimeout(timer);
      numbers?.destroy();
      resolve(result);
    };
    const timer = setTimeout(
      () => settle(err(`no answer in ${startWithinMilliseconds / 1000} s`)),
      startWithinMilliseconds,
    );
    let line = '';
    numbers?.on('data', (bytes: Buffer) => {
      line += bytes.toString('utf8');
      if (line.includes('\n')) settle(ok(line.trim()));
    });
    child.once('error', (error) => settle(err(error.message)));
    child.once('exit', async (code) => {
      settle(err(lastLines(await readFile(log, 'utf8').catch(() => '')) || `ended with code ${code}`));
    });
  });
}

async function end(child: ChildProcess, folder: string): Promise<void> {
  if (child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.ref();
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), endWithinMilliseconds);
    await gone;
    clearTimeout(timer);
  }
  await rm(folder, { recursive: true, force: true });
}
