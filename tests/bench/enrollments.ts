import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { machineClock } from '../../electron/keeper/clock.ts';
import { openBenchKiosk } from './bench-kiosk.ts';
import { SMALL_SIZES } from './record-parts.ts';
import type { Comparison } from './statistics.ts';

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

/** A kiosk that people enroll at, one after the other. */
interface Counter {
  /** One enrollment: begun, stored, wiped. Answers its milliseconds. */
  timeEnrollment(): Promise<number>;
  /** Whether each write of the vault is waited for, as in the product. */
  setSynced(synced: boolean): void;
  close(): void;
}

/** Each hundred enrollments have a day of their own, as at a busy counter: a status counts those of today. */
async function openCounter(folder: string): Promise<Counter> {
  let begun = 0;
  const nights = (): number => Math.floor(begun / COMPARED) * 24 * 60 * 60_000;
  const kiosk = await openBenchKiosk(folder, 'sealed', {
    ...machineClock,
    now: () => machineClock.now() + nights(),
    uptime: () => machineClock.uptime() + nights(),
  });
  return {
    async timeEnrollment() {
      const began = performance.now();
      await kiosk.wipe(await kiosk.enroll(SMALL_SIZES));
      begun += 1;
      return performance.now() - began;
    },
    setSynced(synced) {
      kiosk.services.vault.database.pragma(`synchronous = ${synced ? 'FULL' : 'OFF'}`);
    },
    close: kiosk.close,
  };
}

/** Two things in turn, so many times each; every other time the second comes first, since the disk is busier then. */
async function inTurn(
  rounds: number,
  one: () => Promise<number>,
  other: () => Promise<number>,
): Promise<{ readonly one: readonly number[]; readonly other: readonly number[] }> {
  const taken: { readonly one: number[]; readonly other: number[] } = { one: [], other: [] };
  for (let round = 0; round < rounds; round += 1) {
    if (round % 2 === 0) taken.one.push(await one());
    taken.other.push(await other());
    if (round % 2 === 1) taken.one.push(await one());
  }
  return taken;
}

/**
 * The last hundred enrollments of so many against the first hundred. The first are those of another kiosk that
 * was set up meanwhile, in turn with the last: minutes lie between the two in one kiosk, and the machine is not
 * the same then. `count`: `FEWEST_ENROLLMENTS` at least.
 */
export async function measureEnrollments(folder: string, count: number): Promise<EnrollmentFigures> {
  const [oldFolder, newFolder] = [join(folder, 'enrollments'), join(folder, 'first-enrollments')];
  const old = await openCounter(oldFolder);
  try {
    await old.timeEnrollment();
    const afterFirst = bytesWithoutLedger(oldFolder);
    const ledgerAfterFirst = lstatSync(join(oldFolder, 'ledger.db')).size;
    // Nobody times these, and waiting for the disk after each write would take most of their time.
    old.setSynced(false);
    for (let enrollment = 1; enrollment < count - COMPARED; enrollment += 1) await old.timeEnrollment();
    old.setSynced(true);
    const fresh = await openCounter(newFolder);
    const compared = await inTurn(COMPARED, old.timeEnrollment, fresh.timeEnrollment).finally(fresh.close);
    const ledgerBytes = lstatSync(join(oldFolder, 'ledger.db')).size - ledgerAfterFirst;
    return {
      comparison: {
        what: `enrollment, small record, last ${COMPARED} of ${count}`,
        baseline: `the first ${COMPARED} of another kiosk, in turn`,
        goal: GOAL,
        ours: compared.one,
        theirs: compared.other,
      },
      bytes: { afterFirst, afterLast: bytesWithoutLedger(oldFolder) },
      ledgerBytesPerEnrollment: ledgerBytes / (count - 1),
    };
  } finally {
    old.close();
  }
}
