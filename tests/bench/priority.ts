import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const CAP_SYS_NICE = 23n;

/** Starts a program without the right to raise priorities, for it and for all that it starts. */
export const WITHOUT_NICE = ['setpriv', '--bounding-set', '-sys_nice', '--inh-caps', '-sys_nice'] as const;

/** Whether a process may raise priorities. `status`: its /proc/PID/status. */
export function mayRaisePriority(status: string): boolean {
  const mask = /^CapEff:\s*([0-9a-f]+)$/m.exec(status)?.[1];
  return mask !== undefined && ((BigInt(`0x${mask}`) >> CAP_SYS_NICE) & 1n) === 1n;
}

/**
 * Runs the command of this process anew without the right to raise priorities, if it has it: Chromium raises those of its
 * threads where it may, which no kiosk's own account may, and figures of root would flatter it. Its exit code; null: this
 * process goes on, because it has no such right, or (`stillMay`) because it cannot be dropped here.
 */
export function runWithoutNice():
  | { readonly code: number }
  | { readonly code: null; readonly stillMay: boolean } {
  if (process.platform !== 'linux' || !mayRaisePriority(readFileSync('/proc/self/status', 'utf8')))
    return { code: null, stillMay: false };
  const [program, ...words] = WITHOUT_NICE;
  if (spawnSync(program, [...words, 'true']).status !== 0) return { code: null, stillMay: true };
  const command = [process.execPath, ...process.execArgv, ...process.argv.slice(1)];
  return { code: spawnSync(program, [...words, ...command], { stdio: 'inherit' }).status ?? 1 };
}
