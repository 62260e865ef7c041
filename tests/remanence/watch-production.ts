import { setTimeout as delay } from 'node:timers/promises';
import { isFileSystemError } from '../../electron/lib/file-systems/file-system-error.ts';
import type { SearchPattern } from '../../shared/remanence/patterns.ts';
import { freeze } from '../support/kiosk/session-processes.ts';
import { kindOf, type MemoryFinding, scanMemory } from './scan.ts';
import { VoidRun } from './void-run.ts';

/** How long the process runs between two looks at it: to open and seal one record takes it several times as long. */
const STEP_MILLISECONDS = 2;

/**
 * Has a record produced, and answers what was found of its person in the process that seals it: every label of `wanted`, or
 * the run is void. That process lives for a tenth of a second. So it stands still while it is searched, and runs a step in
 * between, until all was found; then it goes on as it would have.
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
  const missing = (): string | undefined =>
    wanted.find((label) => !found.some((finding) => finding.label === label));
  while (!state.isOver && missing() !== undefined) {
    const sealing = tree().find((pid) => kindOf(pid) === 'production');
    // Nothing else of ours comes between two looks: a busy machine would let the process run on meanwhile.
    while (sealing !== undefined && kindOf(sealing) === 'production' && missing() !== undefined) {
      found.push(...lookInto(sealing, patterns));
      sleep(STEP_MILLISECONDS);
    }
    await delay(STEP_MILLISECONDS);
  }
  const produced = await producing;
  const label = missing();
  if (label !== undefined)
    throw new VoidRun(`positive control: ${label} was not found in the process that seals the record`);
  return { produced, found };
}

function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

/** Searches a process while it stands still. Nothing is found in one that is gone. */
function lookInto(pid: number, patterns: readonly SearchPattern[]): readonly MemoryFinding[] {
  try {
    const frozen = freeze(pid);
    try {
      return scanMemory([pid], patterns).findings;
    } finally {
      frozen.thaw();
    }
  } catch (error) {
    if (isFileSystemError(error) && error.code === 'ESRCH') return [];
    throw error;
  }
}
