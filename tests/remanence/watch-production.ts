import { setTimeout as delay } from 'node:timers/promises';
import type { SearchPattern } from '../../shared/remanence/patterns.ts';
import { parseStat, readProcessFile } from '../support/memory/process-tree.ts';
import { kindOf, type MemoryFinding, scanMemory } from './scan.ts';
import { VoidRun } from './void-run.ts';

/** Between two looks whether the process stands still by now. */
const PAUSE_MILLISECONDS = 5;

/**
 * Has a record produced, and answers what was found of its person in the process that seals it: every label of `wanted`, or
 * the run is void. The suite's keeper starts it as one that stands still with the record in hand (`hold-production.ts`); it goes
 * on once it was searched.
 */
export async function watchProduction<Produced>(
  tree: () => readonly number[],
  patterns: readonly SearchPattern[],
  wanted: readonly string[],
  produce: () => Promise<Produced>,
): Promise<{ readonly produced: Produced; readonly found: readonly MemoryFinding[] }> {
  const state = { isOver: false };
  const producing = produce().finally(() => {
    state.isOver = true;
  });
  // Whoever waits for it at the end is told: until then it is nobody's unhandled failure.
  producing.catch(() => undefined);
  const found: MemoryFinding[] = [];
  let held: number | undefined;
  while (!state.isOver && held === undefined) {
    await delay(PAUSE_MILLISECONDS);
    held = tree().find((pid) => kindOf(pid) === 'production' && standsStill(pid));
  }
  if (held !== undefined) {
    try {
      found.push(...scanMemory([held], patterns).findings);
    } finally {
      process.kill(held, 'SIGCONT');
    }
  }
  const produced = await producing;
  const label = wanted.find((each) => !found.some((finding) => finding.label === each));
  if (label !== undefined)
    throw new VoidRun(`positive control: ${label} was not found in the process that seals the record`);
  return { produced, found };
}

/** Whether a process is stopped (proc(5), /proc/pid/stat). One that is gone is not. */
function standsStill(pid: number): boolean {
  return parseStat(readProcessFile(pid, 'stat') ?? '')?.state === 'T';
}
