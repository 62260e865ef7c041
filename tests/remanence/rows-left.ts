import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applicationsIn } from '../../electron/keeper/vault/rows-in-bytes.test-support.ts';
import type { Bench } from './bench.ts';
import { addPlaces, type RemanenceResult } from './result.ts';
import { VoidRun } from './void-run.ts';

/**
 * How many rows of applications lie on the kiosk's disk, each with a ticket and the minute at which it began: in pages, in free ones, in
 * the journal, and in blocks of no file. Where nothing can be mounted: in the vault and its journal.
 */
async function rowsOn({ disk, dataFolder }: Bench): Promise<number> {
  await disk.sync();
  const files =
    disk.image === null
      ? ['vault.db', 'vault.db-journal'].map((name) => join(dataFolder, name))
      : [disk.image];
  return files.flatMap((file) => applicationsIn(readFileSync(file))).length;
}

/** The control, while somebody's application is open: ticket and minute are found. */
export async function requireRow(bench: Bench): Promise<void> {
  if ((await rowsOn(bench)) === 0)
    throw new VoidRun('positive control: no row of an open application on the kiosk’s disk');
}

/** While none is open. */
export async function lookForRows(bench: Bench, result: RemanenceResult): Promise<void> {
  const rows = await rowsOn(bench);
  result.hits += rows;
  if (rows > 0)
    addPlaces(result, ['ticket and minute of an application that has ended, on the kiosk’s disk']);
}
