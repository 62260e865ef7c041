import { expect, it } from 'vitest';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { placesOf } from './places-to-search.ts';

const KIOSK = {
  ...{ dataFolder: '/data', keeperFolder: '/run/keeper', exportFolder: null, cardFolder: null },
  sharedFolders: { memory: ['/dev/shm'], temporary: '/tmp' },
};

it('the folder that an unmount left behind is searched, and is not called a USB drive', () => {
  const placeOf = (exportFolder: string | null) =>
    placesOf({ ...KIOSK, exportFolder })
      .filter(({ path, place }) => path === exportFolder && place.startsWith('exports'))
      .map(({ place, how, ownerOf }) => [place, how, ownerOf('counterfoil-ledger-kiosk-1.csv')]);
  // A folder for drives, where none is mounted.
  expect(placeOf('/media')).toEqual([['exports-without-drive', 'search', 'ledger-export']]);
  expect(placeOf(workingFolder())).toEqual([['exports', 'search', 'ledger-export']]);
  expect(placeOf(null)).toEqual([['exports', 'search', 'ledger-export']]);
});

it('what the browser engine leaves in memory or in the temporary folder is known by its name, whoever left it', () => {
  const places = placesOf(KIOSK);
  const ownersOf = (name: string) =>
    places
      .filter(({ place }) => place === 'shared-memory' || place === 'temporary')
      .map((place) => place.ownerOf(name));
  for (const name of [
    '.org.chromium.Chromium.Ab3xYz',
    'org.chromium.Chromium.scoped_dir.1',
    '.com.google.Chrome.x',
  ])
    expect(ownersOf(name)).toEqual(['browser-memory', 'browser-memory']);
  expect(ownersOf('quillobert.org.chromium')).toEqual(['other-name', 'other-name']);
});
