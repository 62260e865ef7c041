import { spawn } from 'node:child_process';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { KioskState } from '../../shared/contract/launcher.ts';
import { unreachable } from '../../shared/result.ts';
import { problemCode, problemNumber } from '../../shared/start/start-problem.ts';
import { isFileSystemError } from '../lib/file-systems/file-system-error.ts';
import { keepTelling, type Telling } from './keep-telling.ts';
import type { Condition } from './phase.ts';

const variable = z.string().optional();

/** What systemd sets for the processes of a unit (sd_notify(3), RuntimeDirectory=); nothing elsewhere. */
export const serviceEnvironment = z.object({
  NOTIFY_SOCKET: variable,
  WATCHDOG_USEC: z.coerce.number().int().positive().optional(),
  RUNTIME_DIRECTORY: variable,
});
export type ServiceEnvironment = z.infer<typeof serviceEnvironment>;

/** What is told of the program besides how the kiosk is. */
export interface ProgramFacts {
  readonly version: string;
  /** Null as long as no settings say where it lies. */
  dataFolder(): string | null;
}

/** Where no watchdog runs. */
const WITHOUT_WATCHDOG_MILLISECONDS = 30_000;
/** Three questions before the watchdog bites. */
const QUESTIONS = 3;
/** A keeper may wait ten minutes for its display, and carry over large files before that. */
const STARTING_MILLISECONDS = 15 * 60_000;

/** Nobody listens. */
const SILENT: Telling = { enter: () => undefined, changed: () => undefined, ended: () => undefined };

/** Tells systemd and the status file how the kiosk is, where this process is a unit's; else nobody. */
export function tellServiceManager(environment: ServiceEnvironment, facts: ProgramFacts): Telling {
  const { NOTIFY_SOCKET: socket, WATCHDOG_USEC: watchdog, RUNTIME_DIRECTORY: folder } = environment;
  if (socket === undefined) return SILENT;
  return keepTelling(
    async (condition) => {
      if (folder !== undefined) writeStatus(folder, statusFile(condition, facts));
      await notify(socket, ['WATCHDOG=1', `STATUS=${statusText(condition)}`]);
    },
    {
      everyMilliseconds:
        watchdog === undefined ? WITHOUT_WATCHDOG_MILLISECONDS : Math.round(watchdog / 1000 / QUESTIONS),
      startingMilliseconds: STARTING_MILLISECONDS,
    },
  );
}

/** One line for `systemctl status`: no person in it, and nothing that a passer-by may not know. */
function statusText(condition: Condition): string {
  switch (condition.kind) {
    case 'starting':
      return 'Starting';
    case 'problem':
      return `On its page of failure: ${problemCode(condition.problem)}`;
    case 'kiosk':
      return {
        'start-screen': 'On its start screen',
        serving: 'Serving',
        'no-screen': 'Without a screen',
        unknown: 'At work',
      }[condition.state?.screen ?? 'unknown'];
    case 'ended':
      return 'Ended';
    default:
      return unreachable(condition);
  }
}

/** KEY=VALUE lines, which the package's scripts read (build/packaging/debian/functions.sh). */
export function statusFile(condition: Condition, { version, dataFolder }: ProgramFacts): string {
  const lines: Record<string, string | number> = { ...wordsOf(condition), version };
  const data = dataFolder();
  if (data !== null) lines.data = data;
  return Object.entries(lines)
    .map(([key, value]) => `${key}=${value}\n`)
    .join('');
}

function wordsOf(condition: Condition): Readonly<Record<string, string | number>> {
  switch (condition.kind) {
    case 'starting':
      return { state: 'starting' };
    case 'problem':
      return { state: 'problem', problem: problemNumber(condition.problem) };
    case 'kiosk':
      return condition.state === null
        ? { state: 'unknown' }
        : { state: condition.state.screen, ...countsOf(condition.state) };
    case 'ended':
      return condition.state === null
        ? { state: 'unknown' }
        : { state: 'ended', ...countsOf(condition.state) };
    default:
      return unreachable(condition);
  }
}

function countsOf({ open, forgets, endings, held }: KioskState): Readonly<Record<string, string | number>> {
  return { open, forgets, endings, hold: held ? 'yes' : 'no' };
}

/**
 * In the place of the old one at once: whoever reads it never sees half of it. Where there is no room for it there is none: no
 * word is better than an old one, and the kiosk goes on.
 */
function writeStatus(folder: string, text: string): void {
  const [status, next] = [join(folder, 'status'), join(folder, 'status.next')];
  try {
    writeFileSync(next, text, { mode: 0o600 });
    renameSync(next, status);
  } catch (error) {
    if (!isFileSystemError(error)) throw error;
    process.stderr.write(`counterfoil: ${status} can’t be written (${error.code})\n`);
    rmSync(status, { force: true });
  }
}

/**
 * By systemd's own program, because Node opens no datagram socket of this family. Resolves when systemd has heard it. Where that
 * fails systemd has heard nothing, and its watchdog acts on that.
 */
function notify(socket: string, words: readonly string[]): Promise<void> {
  return new Promise((resolve) => {
    const child = spawn('systemd-notify', words, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { PATH: process.env.PATH, NOTIFY_SOCKET: socket },
    });
    child.once('error', (error) => {
      process.stderr.write(`counterfoil: systemd-notify: ${error.message}\n`);
      resolve();
    });
    child.once('close', () => resolve());
  });
}
