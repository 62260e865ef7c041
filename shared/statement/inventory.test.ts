import { existsSync, readFileSync } from 'node:fs';
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

it('every row of docs/retention.md names a test that is there', () => {
  const rows = retention
    .split('\n')
    .filter((line) => line.startsWith('|') && !/^\|[\s|-]*$|measured by/.test(line));
  expect(rows.length).toBeGreaterThan(40);
  for (const row of rows) {
    const tests = row.match(/`[^`]+\.test\.ts`/g) ?? [];
    expect([row, tests.length > 0]).toEqual([row, true]);
    for (const test of tests) {
      const path = new URL(`../../${test.replaceAll('`', '')}`, import.meta.url);
      expect([test, existsSync(path)]).toEqual([test, true]);
    }
  }
});
