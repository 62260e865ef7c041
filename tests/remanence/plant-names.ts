import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LaunchedKiosk } from '../../build/kiosk/launch-keeper.ts';
import type { SearchPattern } from '../../shared/remanence/patterns.ts';
import type { Bench } from './bench.ts';
import { scanFiles } from './scan.ts';
import { VoidRun } from './void-run.ts';
import { askNames, HASH, ID, JOB, namePatterns } from './witness-names.ts';

/**
 * What names the application that is open now. Its id and its job must be found in the vault's file as long as it is
 * open, and a hash of its card only where this suite has planted it; or the search proves nothing.
 */
export async function plantNames(
  { work, dataFolder }: Bench,
  kiosk: LaunchedKiosk,
  began: number,
): Promise<{ readonly patterns: readonly SearchPattern[]; readonly control: number }> {
  const names = await askNames(kiosk);
  const patterns = namePatterns(names);
  // Not on the kiosk's disk, whose bare blocks would keep it.
  const plant = join(work, 'plant');
  writeFileSync(plant, names.hashes.join(' '));
  const { hits } = await scanFiles([dataFolder, plant], patterns, began);
  rmSync(plant);
  const found = (label: string, path: string): boolean =>
    hits.some((hit) => hit.label === label && hit.path.startsWith(path));
  for (const label of [ID, JOB]) {
    if (!found(label, join(dataFolder, 'vault.db')))
      throw new VoidRun(`positive control: no ${label} in the vault`);
  }
  if (!found(HASH, plant)) throw new VoidRun(`positive control: the planted ${HASH} was not found`);
  if (found(HASH, dataFolder)) throw new VoidRun(`a ${HASH} stands in a file of the kiosk`);
  return { patterns, control: hits.length };
}
