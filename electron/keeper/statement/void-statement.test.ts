import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { memberId } from '../../../shared/contract/ids.ts';
import { counter, create, nextCore } from '../start/scripted-core.test-support.ts';
import { statementPort } from '../start/statement-port.ts';
import { makeStatement, type StatementPort } from './make-statement.ts';

const askedBy = { member: memberId.parse('0f'.repeat(16)), role: 'supervisor' } as const;

async function portOfKiosk(): Promise<StatementPort> {
  const { keeper } = await counter();
  return statementPort(keeper.services);
}

function searchOf(port: StatementPort) {
  return makeStatement(port, askedBy, () => undefined);
}

const isVoid = (control: string) => ({ ok: true, value: { search: { kind: 'void', control } } });

describe('a search whose control fails says that it is void', () => {
  it('and one whose control is found does not', async () => {
    expect(await searchOf(await portOfKiosk())).toMatchObject({
      ok: true,
      value: { search: { kind: 'searched' } },
    });
  });

  it('where a place is left out', async () => {
    const port = await portOfKiosk();
    const all = () => port.places.all().filter(({ place }) => place !== 'volatile');
    expect(await searchOf({ ...port, places: { ...port.places, all } })).toMatchObject(
      isVoid('file-not-found'),
    );
  });

  it('where every file in the data folder is taken for the kiosk’s own', async () => {
    const port = await portOfKiosk();
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
    const port = await portOfKiosk();
    const forControl = [...port.places.forControl, join('/nowhere', 'at all')];
    expect(await searchOf({ ...port, places: { ...port.places, forControl } })).toMatchObject(
      isVoid('file-not-planted'),
    );
  });

  it('where the vault takes no row', async () => {
    const port = await portOfKiosk();
    port.vault.database.pragma('query_only=ON');
    const made = await searchOf(port);
    port.vault.database.pragma('query_only=OFF');
    expect(made).toMatchObject(isVoid('row-not-planted'));
  });

  it('where the bytes of the vault are not those of the vault', async () => {
    const port = await portOfKiosk();
    const { database } = port.vault;
    const { serialize } = database;
    database.serialize = () => Buffer.alloc(0);
    const made = await searchOf(port);
    database.serialize = serialize;
    expect(made).toMatchObject(isVoid('row-not-found'));
  });
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
