import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SearchedPlace } from './places-to-search.ts';
import { madeFrom, statementStage } from './statement-stage.test-support.ts';
import { measureVault } from './vault-control.ts';

/** A kiosk that searches these places instead. */
function searchingIn(change: (places: readonly SearchedPlace[]) => readonly SearchedPlace[]) {
  const { searching, searchedBy } = statementStage();
  const { places } = searching;
  return searchedBy({ ...searching, places: { ...places, all: () => change(places.all()) } });
}

const isVoid = (control: string) => ({ ok: true, value: { search: { kind: 'void', control } } });

describe('a search whose control fails says that it is void', () => {
  it('and one whose control is found does not', async () => {
    expect(await madeFrom(statementStage().port)).toMatchObject({
      ok: true,
      value: { search: { kind: 'searched' } },
    });
  });

  it('where a place is left out', async () => {
    const port = searchingIn((places) => places.filter(({ place }) => place !== 'volatile'));
    expect(await madeFrom(port)).toMatchObject(isVoid('file-not-found'));
  });

  it('where every file in the data folder is taken for the kiosk’s own', async () => {
    const port = searchingIn((places) =>
      places.map((place) =>
        place.place === 'data' ? { ...place, ownerOf: () => 'session-files' as const } : place,
      ),
    );
    expect(await madeFrom(port)).toMatchObject(isVoid('file-not-found'));
  });

  it('where nothing can be planted', async () => {
    const { searching, searchedBy, folders } = statementStage();
    const forControl = [folders.data, join('/nowhere', 'at all')];
    const port = searchedBy({ ...searching, places: { ...searching.places, forControl } });
    expect(await madeFrom(port)).toMatchObject(isVoid('file-not-planted'));
  });

  it('where the vault takes no row', async () => {
    const { port, vault } = statementStage();
    const { database } = vault;
    database.pragma('query_only=ON');
    const made = await madeFrom(port);
    database.pragma('query_only=OFF');
    expect(made).toMatchObject(isVoid('row-not-planted'));
  });

  it('where the bytes of the vault are not those of the vault', async () => {
    const { port, vault } = statementStage();
    const { database } = vault;
    const { serialize } = database;
    database.serialize = () => Buffer.alloc(0);
    const made = await madeFrom(port);
    database.serialize = serialize;
    expect(made).toMatchObject(isVoid('row-not-found'));
  });

  it('where the journal has old pages, and not what was planted', async () => {
    const { port, vault } = statementStage();
    const { database } = vault;
    database.exec('UPDATE kiosk SET name = name');
    database.pragma('journal_mode=MEMORY');
    const measured = () => measureVault({ vault, traces: { erase: () => true } });
    const made = await madeFrom({ ...port, measureVault: measured });
    database.pragma('journal_mode=PERSIST');
    expect(made).toMatchObject(isVoid('row-not-found'));
  });

  it('where the journal may not have been overwritten again, although it reads as zeros', async () => {
    const { port, vault, traces } = statementStage();
    const measured = () => measureVault({ vault, traces: { erase: () => traces.erase() && false } });
    expect(await madeFrom({ ...port, measureVault: measured })).toMatchObject(isVoid('not-removed'));
  });
});

it('tells what the journal of the vault held before anything was planted in it', async () => {
  const { port, vault } = statementStage();
  const { database } = vault;
  database.exec('UPDATE kiosk SET name = name');
  const journal = readFileSync(`${database.name}-journal`);
  const notZero = journal.filter((byte) => byte !== 0).length;
  expect(notZero).toBeGreaterThan(0);
  const made = await madeFrom(port);
  expect(made).toMatchObject({ ok: true, value: { search: { kind: 'searched' } } });
  expect(made.ok && made.value.databases[0]?.journal).toEqual({ bytes: journal.length, notZero });
  // And it says of itself that the control overwrote it.
  expect(readFileSync(`${database.name}-journal`).every((byte) => byte === 0)).toBe(true);
});
