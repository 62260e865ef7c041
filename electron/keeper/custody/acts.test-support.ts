import { type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const told = z.object({ act: z.string(), outcome: z.unknown() });

export interface ToldAct {
  readonly act: string;
  readonly outcome?: unknown;
}

/** Whether system calls of a child can be refused, or the child killed at one, on this machine. */
export const canInject =
  process.platform === 'linux' && spawnSync('strace', ['-qq', '-o', '/dev/null', 'true']).status === 0;
if (!canInject) console.warn('NOT RUN: strace is not there or not allowed, so no fault can be injected');

/** What the disk does to the child: an expression for strace's `inject`, on the slot file and its folder. */
export interface Fault {
  readonly inject: string;
}

/** Does acts of custody in a process of its own (see `acts-child.test-support.ts`); answers those that it told it had done. */
export async function runActs(
  slotPath: string,
  acts: readonly string[],
  options: Pick<SpawnOptions, 'uid'> & { readonly fault?: Fault } = {},
): Promise<readonly ToldAct[]> {
  const { fault, ...spawning } = options;
  const script = fileURLToPath(new URL('acts-child.test-support.ts', import.meta.url));
  const command = [process.execPath, script, slotPath, ...acts];
  const paths = ['-P', slotPath, '-P', dirname(slotPath)];
  const traced =
    fault === undefined
      ? command
      : ['strace', '-f', '-qq', '-o', '/dev/null', ...paths, '-e', `inject=${fault.inject}`, ...command];
  const [program = '', ...rest] = traced;
  const child = spawn(program, rest, { stdio: ['ignore', 'pipe', 'inherit'], ...spawning });
  let text = '';
  child.stdout?.on('data', (data: Buffer) => {
    text += data.toString();
  });
  await once(child, 'close');
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.map((line) => told.parse(JSON.parse(line)));
}
