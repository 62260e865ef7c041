import { appendFileSync, chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished, vi } from 'vitest';
import { workingFolder } from '../../electron/keeper/database/temporary-files.test-support.ts';

/** What this process, and all that it starts by these programs, write to their standard streams. */
export interface CaughtWords {
  /** A Node whose standard error is caught: for print workers, whose standard output is for the keeper. */
  readonly node: string;
  /** A program and its arguments, run in `folder` under a shell that catches both streams. */
  shellIn(
    folder: string,
    command: readonly string[],
  ): { readonly executable: string; readonly arguments: string[] };
  said(): string;
}

const SHELL = 'cd "$1"; log=$2; shift 2; echo "a process starts" >>"$log"; exec "$@" >>"$log" 2>&1';

/** Catches them until the test has finished. `program`: the Node that is run. */
export function catchWords(program: string): CaughtWords {
  const log = join(workingFolder(), 'said.txt');
  const node = join(workingFolder(), 'node');
  writeFileSync(node, `#!/bin/sh\necho "a process starts" >>"${log}"\nexec "${program}" "$@" 2>>"${log}"\n`);
  chmodSync(node, 0o755);
  const errors = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    appendFileSync(log, text);
    return true;
  });
  onTestFinished(() => errors.mockRestore());
  return {
    node,
    shellIn: (folder, command) => ({
      executable: '/bin/sh',
      arguments: ['-c', SHELL, 'session', folder, log, ...command],
    }),
    said: () => readFileSync(log, 'utf8'),
  };
}
