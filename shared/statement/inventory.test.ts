import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { DATA_FOLDER_FILES } from '../../electron/keeper/data-folder/kiosk-files.ts';
import { ledgerSchema } from '../../electron/keeper/ledger/ledger-schema.ts';
import { vaultSchema } from '../../electron/keeper/vault/schema.ts';
import { fileKinds, fileWords, ledgerTables, placeNames, placeWords, vaultTables } from './inventory.ts';

const retention = readFileSync(new URL('../../docs/retention.md', import.meta.url), 'utf8');

const tablesOf = (sql: string): readonly string[] =>
  [...sql.matchAll(/CREATE TABLE (\w+)/g)].map(([, table = '']) => table);

it.each([
  ['vault', vaultSchema.sql, vaultTables],
  ['ledger', ledgerSchema.sql, ledgerTables],
] as const)(
  'every table of the %s stands in the statement and in docs/retention.md',
  (_name, sql, inventory) => {
    const tables = tablesOf(sql);
    expect(tables.length).toBeGreaterThan(3);
    expect(inventory.toSorted()).toEqual(tables.toSorted());
    for (const table of tables) expect(retention).toContain(`\`${table}\``);
  },
);

it('every kind of file, every place and every name in the data folder stands in docs/retention.md', () => {
  for (const kind of fileKinds) expect(retention).toContain(fileWords[kind]);
  for (const place of placeNames) expect(retention).toContain(placeWords[place]);
  for (const name of DATA_FOLDER_FILES.flatMap(({ names }) => names))
    expect(retention).toContain(`\`${name}\``);
});

it('every claim that docs/retention.md rests on is one of docs/claims.md', () => {
  const claims = readFileSync(new URL('../../docs/claims.md', import.meta.url), 'utf8');
  const cited = [...new Set(retention.match(/\bC\d+\b/g) ?? [])];
  expect(cited.length).toBeGreaterThan(5);
  for (const id of cited) expect(claims).toMatch(new RegExp(`\\|\\s*${id}\\s*\\|`));
});
