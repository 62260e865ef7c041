import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { ofOtherNames } from '../../../shared/statement/limits.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import type { SearchedPlace } from './places-to-search.ts';
import { walkPlace } from './walk-place.ts';

it('waits for a drive as everybody may, and has its own disk and memory in one go', async () => {
  const folder = workingFolder();
  for (let file = 0; file < 100; file += 1) writeFileSync(join(folder, `${file}`), '');
  /** In how many turns its files were looked at; nothing of them is opened. */
  async function turnsFor(place: SearchedPlace['place']): Promise<number> {
    let now = 0;
    const looked = new Set<number>();
    const counting = new AbortController();
    const counted = (async () => {
      for (; !counting.signal.aborted; now += 1) await turn();
    })();
    const ownerOf = () => {
      looked.add(now);
      return 'elsewhere' as const;
    };
    const tally = { passedOver: 0, notOpened: 0, unreadable: 0 };
    for await (const file of walkPlace({ place, path: folder, how: 'search', ownerOf }, folder, tally))
      expect(file).toBeNull();
    counting.abort();
    await counted;
    return looked.size;
  }
  expect(await turnsFor('data')).toBe(1);
  expect(await turnsFor('exports')).toBeGreaterThan(50);
});

it('looks into so many files of other names and no more, says so, and misses none of the kiosk’s own', async () => {
  const folder = workingFolder();
  mkdirSync(join(folder, 'kept'));
  for (let file = 0; file < ofOtherNames.entries; file += 1)
    writeFileSync(join(folder, 'kept', `${file}`), '');
  writeFileSync(join(folder, 'z-checkpoint'), '');
  const place: SearchedPlace = {
    ...{ place: 'exports', path: folder, how: 'search' },
    ownerOf: (below) => (below === 'z-checkpoint' ? 'checkpoint' : 'other-name'),
  };
  const tally = { passedOver: 0, notOpened: 0, unreadable: 0 };
  const owners: string[] = [];
  for await (const { owner } of walkPlace(place, folder, tally)) owners.push(owner);
  // The folder is one of them.
  expect(owners.filter((owner) => owner === 'other-name')).toHaveLength(ofOtherNames.entries - 1);
  expect(owners.filter((owner) => owner === 'checkpoint')).toHaveLength(1);
  expect(tally).toEqual({ passedOver: 0, notOpened: 1, unreadable: 0 });
});
