import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ofOtherNames } from '../../../shared/statement/limits.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import type { SearchedPlace } from './places-to-search.ts';
import { walkPlace } from './walk-place.ts';

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
