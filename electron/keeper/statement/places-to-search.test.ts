import { expect, it } from 'vitest';
import { placesOf } from './places-to-search.ts';

it('what the browser engine leaves in memory or in the temporary folder is known by its name, whoever left it', () => {
  const places = placesOf({
    ...{ dataFolder: '/data', keeperFolder: '/run/keeper', exportFolder: null, cardFolder: null },
    sharedFolders: { memory: ['/dev/shm'], temporary: '/tmp' },
  });
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
