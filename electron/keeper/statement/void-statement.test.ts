import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { memberId } from '../../../shared/contract/ids.ts';
import { counter, create, nextCore } from '../start/scripted-core.test-support.ts';
import { statementPort } from '../start/statement-port.ts';
import { makeStatement, type StatementPort } from './make-statement.ts';
import { measureVault } from './vault-control.ts';

const askedBy = { member: memberId.parse('0f'.repeat(16)), role: 'supervisor' } as const;

async function kiosk() {
  const { keeper } = await counter();
  const { vault, traces } = keeper.services;
  return { vault, traces, database: vault.database, port: statementPort(keeper.services) };
}

function searchOf(port: StatementPort) {
  return makeStatement(port, askedBy, () => undefined);
}

const isVoid = (control: string) => ({ ok: true, value: { search: { kind: 'void', control } } });

describe('a search whose control fails says that it is void', () => {
  it('and one whose control is found does not', async () => {
    const { port } = await kiosk();
    expect(await searchOf(port)).toMatchObject({
      ok: true,
      value: { search: { kind: 'searched' } },
    });
  });

  it('where a place is left out', async () => {
    const { port } = await kiosk();
    const all = () => port.places.all().filter(({ place }) => place !== 'volatile');
    expect(await searchOf({ ...port, places: { ...port.places, all } })).toMatchObject(
      isVoid('file-not-found'),
    );
  });

  it('where every file in the data folder is taken for the kiosk’s own', async () => {
    const { port } = await kiosk();
    const all = () =>
      port.places
        .all()
        .map((place) =>
          place.place === 'data' ? { ...place, ownerOf: () => 'session-files' as const } : place,
        );
    expect(await searchOf({ ...port, places: { ...port.places, all } })).toMatchObject(
      isVoid('file-not-found'),
    );
  });

  it('where nothing can be planted', async () => {
    const { port } = await kiosk();
    const forControl = [...port.places.forControl, join('/nowhere', 'at all')];
    expect(await searchOf({ ...port, places: { ...port.places, forControl } })).toMatchObject(
      isVoid('file-not-planted'),
    );
  });

  it('where the vault takes no row', async () => {
    const { port, database } = await kiosk();
    database.pragma('query_only=ON');
    const made = await searchOf(port);
    database.pragma('query_only=OFF');
    expect(made).toMatchObject(isVoid('row-not-planted'));
  });

  it('where the bytes of the vault are not those of the vault', async () => {
    const { port, database } = await kiosk();
    const { serialize } = database;
    database.serialize = () => Buffer.alloc(0);
    const made = await searchOf(port);
    database.serialize = serialize;
    expect(made).toMatchObject(isVoid('row-not-found'));
  });

  it('where the journal has old pages, and not what was planted', async () => {
    const { port, vault, database } = await kiosk();
    database.exec('UPDATE kiosk_time SET elapsed = elapsed');
    database.pragma('journal_mode=MEMORY');
    const measured = () => measureVault({ vault, traces: { erase: () => true } });
    const made = await searchOf({ ...port, measureVault: measured });
    database.pragma('journal_mode=PERSIST');
    expect(made).toMatchObject(isVoid('row-not-found'));
  });

  it('where the journal may not have been overwritten again, although it reads as zeros', async () => {
    const { port, vault, traces } = await kiosk();
    const measured = () => measureVault({ vault, traces: { erase: () => traces.erase() && false } });
    expect(await searchOf({ ...port, measureVault: measured })).toMatchObject(isVoid('not-removed'));
  });
});

it('tells what the journal of the vault held before anything was planted in it', async () => {
  const { port, database } = await kiosk();
  database.exec('UPDATE kiosk_time SET elapsed = elapsed');
  const journal = readFileSync(`${database.name}-journal`);
  const notZero = journal.filter((byte) => byte !== 0).length;
  expect(notZero).toBeGreaterThan(0);
  const made = await searchOf(port);
  expect(made).toMatchObject({ ok: true, value: { search: { kind: 'searched' } } });
  expect(made.ok && made.value.databases[0]?.journal).toEqual({ bytes: journal.length, notZero });
  // And it says of itself that the control overwrote it.
  expect(readFileSync(`${database.name}-journal`).every((byte) => byte === 0)).toBe(true);
});

it('is not made where an application ended while the kiosk searched', async () => {
  const { keeper, core } = await counter();
  await create(core);
  await core.call('putAside', { fingerprints: null });
  await nextCore(keeper, core);
  const port = statementPort(keeper.services);
  const all = () => {
    for (const { id } of keeper.services.vault.open()) keeper.services.vault.remove(id);
    return port.places.all();
  };
  expect(await searchOf({ ...port, places: { ...port.places, all } })).toEqual({
    ok: false,
    error: 'ended-meanwhile',
  });
});

it('is not made where practice began while the kiosk searched', async () => {
  const { keeper } = await counter();
  const port = statementPort(keeper.services);
  const all = () => {
    keeper.services.kiosk.setPracticing(true);
    return port.places.all();
  };
  expect(await searchOf({ ...port, places: { ...port.places, all } })).toEqual({
    ok: false,
    error: 'in-practice',
  });
});
