import { spawnSync } from 'node:child_process';

/** What a program of the system said, or why it said nothing. */
export type ProgramAnswer =
  | { readonly kind: 'ended'; readonly code: number; readonly output: string }
  | { readonly kind: 'not-there' }
  | { readonly kind: 'failed'; readonly why: string };

/** Hashing the files of a package takes seconds on a slow disk. */
const PATIENCE_MILLISECONDS = 120_000;

/** Runs a program of the system that only reads, in plain English. */
export function runProgram(program: string, words: readonly string[]): ProgramAnswer {
  const { status, stdout, error, signal } = spawnSync(program, [...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
    timeout: PATIENCE_MILLISECONDS,
    env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C.UTF-8' },
  });
  if (error !== undefined) {
    const code = 'code' in error ? String(error.code) : error.name;
    return code === 'ENOENT' ? { kind: 'not-there' } : { kind: 'failed', why: code };
  }
  return status === null
    ? { kind: 'failed', why: signal ?? 'no exit code' }
    : { kind: 'ended', code: status, output: stdout };
}
