import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { newVault, wipingApplication } from './vault.test-support.ts';

/** Where the bytes of a text stand. */
function placesOf(file: Buffer, text: string): readonly number[] {
  const places: number[] = [];
  for (let at = file.indexOf(text); at >= 0; at = file.indexOf(text, at + 1)) places.push(at);
  return places;
}

it('erasures that wait for a printer are in no order, neither by their rows nor by where a page has them', () => {
  const vault = newVault();
  const begun = ['issued', 'denied', 'withdrawn', 'issued', 'expired', 'issued'] as const;
  // Each goes as far as it can before the next one begins.
  const ids = begun.map((outcome) => {
    const application = wipingApplication(vault, outcome);
    const row = vault.wipes.of(application);
    vault.wipes.update({ ...row, done: ['worker-ended', 'key-destroyed'], selections: 'empty' });
    vault.remove(application);
    return row.id;
  });
  const byNumber = ids.toSorted();
  expect(vault.wipes.all().map(({ id }) => id)).toEqual(byNumber);
  const file = readFileSync(vault.database.name);
  // Each is there once: no copy is left in the gap of a page.
  const places = ids.map((id) => [id, placesOf(file, id)] as const);
  expect(places.map(([, each]) => each.length)).toEqual(begun.map(() => 1));
  const byPlace = places.toSorted(([, [one = 0]], [, [other = 0]]) => one - other).map(([id]) => id);
  expect([byNumber, byNumber.toReversed()]).toContainEqual(byPlace);
});

it('a row of one says nothing of how long its application took or what its session was like', () => {
  const vault = newVault();
  wipingApplication(vault, 'issued');
  const [row] = vault.database.prepare<[], Record<string, unknown>>('SELECT * FROM wipe').all();
  expect(Object.keys(row ?? {})).toEqual([
    ...['id', 'outcome', 'custody', 'driver', 'counted', 'day', 'done', 'search', 'spool', 'selections'],
  ]);
});
