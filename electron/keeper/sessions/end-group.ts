import { setTimeout as delay } from 'node:timers/promises';
import { err, ok, type Result } from '../../../shared/result.ts';
import { isStillLiving, livingProcessesOf, type ProcessEntry } from './processes.ts';

/** Processes that outlived every attempt to end them. */
export interface ProcessesLeft {
  readonly kind: 'processes-left';
  readonly pids: readonly number[];
}

const PROOF_ATTEMPTS = 200;
const PROOF_PAUSE_MILLISECONDS = 5;

/**
 * Ends a process group by SIGKILL and waits until no process of its POSIX session lives. Answers how many
 * lived. A process that called setsid(2) is in another session: neither the kill nor the proof reaches it.
 */
export function endGroup(leader: number): Promise<Result<number, ProcessesLeft>> {
  return endAll(
    () => livingProcessesOf(leader),
    // A sandboxed child may have left the group; it is named by its own id as well.
    (living) => [-leader, ...living.map(({ pid }) => pid)],
  );
}

/** Ends every process of a POSIX session but those that are spared, and waits until none of them lives. Answers how many lived. */
export function endOthers(
  leader: number,
  isSpared: (pid: number) => boolean,
): Promise<Result<number, ProcessesLeft>> {
  return endAll(
    () => livingProcessesOf(leader).filter(({ pid }) => !isSpared(pid)),
    (living) => living.map(({ pid }) => pid),
  );
}

async function endAll(
  list: () => readonly ProcessEntry[],
  targets: (living: readonly ProcessEntry[]) => readonly number[],
): Promise<Result<number, ProcessesLeft>> {
  let living = list();
  const before = living.length;
  for (let attempt = 0; attempt < PROOF_ATTEMPTS && living.length > 0; attempt += 1) {
    for (const target of targets(living)) kill(target);
    await delay(PROOF_PAUSE_MILLISECONDS);
    living = living.filter(isStillLiving);
    // Only now, because it reads all of /proc: whoever has come meanwhile.
    if (living.length === 0) living = list();
  }
  return living.length === 0
    ? ok(before)
    : err({ kind: 'processes-left', pids: living.map((entry) => entry.pid) });
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
