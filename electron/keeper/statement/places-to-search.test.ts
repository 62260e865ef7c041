import { expect, it } from 'vitest';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { atItsTurn, placesOf, type SearchedPlace } from './places-to-search.ts';
import { searchPlaces } from './search-places.ts';

const KIOSK = {
  ...{ dataFolder: '/data', keeperFolder: '/run/keeper', exportFolder: null, cardFolder: null },
  sharedFolders: { memory: ['/dev/shm'], temporary: '/tmp' },
};

it('the folder that an unmount left behind is searched, and is not called a USB drive', () => {
  const placeOf = (exportFolder: string | null) =>
    placesOf({ ...KIOSK, exportFolder })
      .map(atItsTurn)
      .filter(({ path, place }) => path === exportFolder && place.startsWith('exports'))
      .map(({ place, how, ownerOf }) => [place, how, ownerOf('counterfoil-ledger-kiosk-1.csv')]);
  // A folder for drives, where none is mounted.
  expect(placeOf('/media')).toEqual([['exports-without-drive', 'search', 'ledger-export']]);
  expect(placeOf(workingFolder())).toEqual([['exports', 'search', 'ledger-export']]);
  expect(placeOf(null)).toEqual([['exports', 'search', 'ledger-export']]);
});

it('whether a drive is there is asked when its turn comes: somebody may plug it in while the rest is searched', async () => {
  const control = { token: Buffer.alloc(32, 9), isOne: () => false, found() {}, met() {} };
  const placeNamed = async (path: string) => {
    // Listed as a drive when the search began.
    const listed: SearchedPlace = { place: 'exports', path, how: 'search', ownerOf: () => 'other-name' };
    const found = await searchPlaces({
      ...{ places: [listed], identifiers: [], control, dayOf: () => '2026-11-28', uptime: () => 0 },
      ...{ tell() {}, stopped: new AbortController().signal },
    });
    return found?.places.map(({ place, look }) => [place, look]);
  };
  expect(await placeNamed('/media/counterfoil/nothing')).toEqual([['exports-without-drive', 'not-there']]);
  expect(await placeNamed(workingFolder())).toEqual([['exports', 'searched']]);
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
