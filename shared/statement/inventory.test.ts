import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import {
  DATA_FOLDER_FILES,
  HEALTH_FILE,
  KIOSK_FILES,
  RECORDS,
} from '../../electron/keeper/data-folder/kiosk-files.ts';
import { ledgerSchema } from '../../electron/keeper/ledger/ledger-schema.ts';
import { vaultSchema } from '../../electron/keeper/vault/schema.ts';
import { paper } from '../contract/paper.ts';
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

it('every kind of paper that the program prints stands in docs/retention.md', () => {
  const [, papers = ''] = /^## Papers$([\s\S]*?)^## /m.exec(retention) ?? [];
  const kinds = paper.options.map((option) => option.shape.kind.value);
  expect(kinds.length).toBeGreaterThan(5);
  expect([...new Set(papers.match(/(?<=\| `)[a-z-]+(?=`\s*\|)/g))].toSorted()).toEqual(kinds.toSorted());
});

it('no program of the keeper writes into the data folder what DATA_FOLDER_FILES does not have', () => {
  const keeper = new URL('../../electron/keeper/', import.meta.url);
  const sources = readdirSync(keeper, { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.ts') && !/\.test(?:-support)?\.ts$/.test(path),
  );
  // By its constant only, and each of these is compared with the document above.
  const joined = sources.flatMap(
    (path) => readFileSync(new URL(path, keeper), 'utf8').match(/join\([^()]*dataFolder, [^)]+\)/g) ?? [],
  );
  expect(joined.length).toBeGreaterThan(3);
  for (const each of joined)
    expect(each).toMatch(
      /dataFolder, (?:KIOSK_FILES\.\w+|KIOSK_FILES\[\w+\]|RECORDS\.\w+|HEALTH_FILE|(?:NEXT_|TAKEN_)?FIRST_STAFF_FILE|NOT_SET_UP_FILE|name)\)$/,
    );
  const listed = DATA_FOLDER_FILES.flatMap(({ names }) => names);
  for (const name of [...Object.values(KIOSK_FILES), ...Object.values(RECORDS), HEALTH_FILE])
    expect(listed).toContain(name);
});
