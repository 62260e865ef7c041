import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { SMALL_SIZES } from './record-parts.ts';
import type { Comparison } from './statistics.ts';
import { type BenchKiosk, openBenchKiosk } from './wipe-desk.ts';

/** Of the first and of the last enrollments. */
const COMPARED = 100;
/** Fewer would have the first among the last. */
export const FEWEST_ENROLLMENTS = 2 * COMPARED;
const GOAL = 1.05;
/** What `stat` counts blocks in, whatever the file system's own are. */
const BLOCK_BYTES = 512;

/** Many enrollments one after the other in one kiosk. */
export interface EnrollmentFigures {
  readonly comparison: Comparison;
  /** On the disk, without the ledger. */
  readonly bytes: { readonly afterFirst: number; readonly afterLast: number };
  readonly ledgerBytesPerEnrollment: number;
}

/** Bytes that a file takes on the disk. */
function bytesOnDisk(path: string): number {
  // Without opening it: this process holds the lock of the vault.
  return lstatSync(path).blocks * BLOCK_BYTES;
}

function bytesWithoutLedger(folder: string): number {
  return readdirSync(folder)
    .filter((name) => !name.startsWith('ledger.db'))
    .reduce((sum, name) => sum + bytesOnDisk(join(folder, name)), 0);
}

/** Milliseconds of one enrollment: begun, stored, wiped. */
async function timeEnrollment(kiosk: BenchKiosk): Promise<number> {
  const began = performance.now();
  await kiosk.wipe(await kiosk.enroll(SMALL_SIZES));
  return performance.now() - began;
}

/**
 * The last hundred enrollments of so many against the first hundred. The first are those of another kiosk that
 * was set up meanwhile, in turn with the last: minutes lie between the two in one kiosk, and the machine is not
 * the same then. `count`: `FEWEST_ENROLLMENTS` at least.
 */
export async function measureEnrollments(folder: string, count: number): Promise<EnrollmentFigures> {
  const [oldFolder, newFolder] = [join(folder, 'enrollments'), join(folder, 'first-enrollments')];
  const old = await openBenchKiosk(oldFolder, 'sealed');
  try {
    await timeEnrollment(old);
    const afterFirst = bytesWithoutLedger(oldFolder);
    const ledgerAfterFirst = lstatSync(join(oldFolder, 'ledger.db')).size;
    // Nobody times these: without waiting for the disk after each write of the vault, which takes most of their time.
    old.desk.vault.database.pragma('synchronous = OFF');
    for (let enrollment = 1; enrollment < count - COMPARED; enrollment += 1) await timeEnrollment(old);
    old.desk.vault.database.pragma('synchronous = FULL');
    const last: number[] = [];
    const first: number[] = [];
    const fresh = await openBenchKiosk(newFolder, 'sealed');
    try {
      for (let enrollment = 0; enrollment < COMPARED; enrollment += 1) {
        first.push(await timeEnrollment(fresh));
        last.push(await timeEnrollment(old));
      }
    } finally {
      fresh.close();
    }
    const ledgerBytes = lstatSync(join(oldFolder, 'ledger.db')).size - ledgerAfterFirst;
    return {
      comparison: {
        what: `enrollment, small record, last ${COMPARED} of ${count}`,
        baseline: `the first ${COMPARED} of another kiosk, in turn`,
        goal: GOAL,
        ours: last,
        theirs: first,
      },
      bytes: { afterFirst, afterLast: bytesWithoutLedger(oldFolder) },
      ledgerBytesPerEnrollment: ledgerBytes / (count - 1),
    };
  } finally {
    old.close();
  }
}
