import { expect, it } from 'vitest';
import type { KioskFootprint } from './kiosk-footprint.ts';
import { growthLines } from './print-growth.ts';

const steady: KioskFootprint = {
  resident: 100 * 2 ** 20,
  inUse: 50 * 2 ** 20,
  descriptors: 30,
  handles: 6,
  workers: 1,
  workersResident: 80 * 2 ** 20,
  files: 7,
  bytesWithoutLedger: 300_000,
  ledgerBytes: 0,
  filesInMemory: 9,
  rows: 0,
};

/** What is said of a kiosk that was looked at every ten jobs. */
function saidOf(figuresAfter: (jobs: number) => Partial<KioskFootprint>): string {
  const samples = [1, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100].map((jobs) => ({
    ...steady,
    ...figuresAfter(jobs),
    jobs,
  }));
  return growthLines({ comparisons: [], samples, cards: 100, spooled: 0, newNames: [] }).join('\n');
}

it('says of a kiosk that holds always the same that nothing has grown', () => {
  const said = saidOf(() => ({}));
  expect(said).not.toContain('YES');
  expect(said).toContain('For each 100 jobs from the 50th on: resident 0.0 KiB, in use 0.0 KiB');
});

it('says what has grown, and by how much', () => {
  const said = saidOf((jobs) => ({ descriptors: 30 + jobs, rows: jobs, inUse: jobs * 2 ** 10 }));
  expect(said).toMatch(/^open files of the keeper +31 +80 +130 +YES$/m);
  expect(said).toMatch(/^rows of applications, wipes and jobs +1 +50 +100 +YES$/m);
  expect(said).toMatch(/^files in the data folder +7 +7 +7 +no$/m);
  expect(said).toContain('in use 100.0 KiB');
});

it('does not call the warming of a process growth', () => {
  const said = saidOf((jobs) => ({ inUse: jobs < 50 ? jobs * 2 ** 20 : 50 * 2 ** 20 }));
  expect(said).toContain('in use 0.0 KiB');
});
