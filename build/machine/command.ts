import { spawn } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import path from 'node:path';
import { err, ok, type Result } from '../../shared/result.ts';

/** Why a command did not succeed; `output` is what it printed, for the person who has to mend it. */
export interface CommandFailure {
  readonly command: string;
  readonly reason: 'not-found' | 'exit' | 'timeout';
  readonly output: string;
}

export interface CommandOptions {
  readonly folder?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly timeoutMilliseconds?: number;
}

/** The shape of `runCommand`, so that tests can stand in for a machine. */
export type RunCommand = (
  program: string,
  words: readonly string[],
  options?: CommandOptions,
) => Promise<Result<string, CommandFailure>>;

/** Runs a program to its end and returns what it printed: half of the set-up is other people's tools. */
export const runCommand: RunCommand = (program, words, options = {}) =>
  new Promise((resolve) => {
    const command = [program, ...words].join(' ');
    const child = spawn(program, words, {
      cwd: options.folder,
      env: { ...process.env, ...options.environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let printed = '';
    let complaints = '';
    let late = false;
    const timer =
      options.timeoutMilliseconds === undefined
        ? undefined
        : setTimeout(() => {
            late = true;
            child.kill('SIGKILL');
          }, options.timeoutMilliseconds);
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaints += text;
    });
    child.on('error', (error) => {
      clearTimeout(timer);
      resolve(err({ command, reason: 'not-found', output: error.message }));
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      if (code === 0) resolve(ok(printed));
      else resolve(err({ command, reason: late ? 'timeout' : 'exit', output: `${printed}${complaints}` }));
    });
  });

/** The last lines of a long output: the cause stands there, and a whole apt log helps nobody. */
export function lastLines(output: string, count = 6): string {
  return output.trimEnd().split('\n').slice(-count).join('\n');
}

/**
 * The path of a program, or `null`. /usr/sbin is searched too: Debian leaves it out of the PATH of
 * everybody but root, and ldconfig lives there.
 */
export async function findProgram(name: string, searchPath = process.env.PATH ?? ''): Promise<string | null> {
  for (const folder of [...searchPath.split(path.delimiter), '/usr/sbin', '/sbin']) {
    if (folder === '') continue;
    const candidate = path.join(folder, name);
    try {
      await access(candidate, constants.X_OK);
      return candidate;
    } catch {
      // Not in this folder; the next one is asked.
    }
  }
  return null;
}

/**
 * Puts the folders of administrators' programs (mkfs, losetup) on the PATH of this process and of all it
 * starts: Debian has them there for root only, and not for every root.
 */
export function reachAdministratorPrograms(): void {
  const present = (process.env.PATH ?? '').split(path.delimiter);
  const missing = ['/usr/sbin', '/sbin'].filter((folder) => !present.includes(folder));
  process.env.PATH = [...present, ...missing].join(path.delimiter);
}
