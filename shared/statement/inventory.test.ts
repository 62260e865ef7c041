import { readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, it } from 'vitest';
import {
  DATA_FOLDER_FILES,
  FORMER_LEDGERS,
  HEALTH_FILE,
  KIOSK_FILES,
  RECORDS,
} from '../../electron/keeper/data-folder/kiosk-files.ts';
import { ledgerSchema } from '../../electron/keeper/ledger/ledger-schema.ts';
import { vaultSchema } from '../../electron/keeper/vault/schema.ts';
import { REFUSED_FILE, runFolderOf } from '../../electron/lib/provisioning/run-folder.ts';
import { placesBeside } from '../../electron/provision/places.ts';
import { paper } from '../contract/paper.ts';
import { SETTINGS_FILE } from '../settings/settings-place.ts';
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
  for (const name of [
    ...Object.values(KIOSK_FILES),
    ...Object.values(RECORDS),
    ...FORMER_LEDGERS,
    HEALTH_FILE,
  ])
    expect(listed).toContain(name);
});

it('what the launcher, the provisioning and the package put beside the data folder stands in docs/retention.md', () => {
  const [, section = ''] = /^## Files of the computer$([\s\S]*?)^## /m.exec(retention) ?? [];
  const inSource = (path: string, what: RegExp): readonly string[] => {
    const source = readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
    return [...source.replaceAll('$slug', 'counterfoil').matchAll(what)].map(([, found = '']) => found);
  };
  // Each by the name that its program has for it.
  const status = inSource('electron/launcher/service-manager.ts', /join\(folder, '([\w.]+)'\)/g);
  const ofPackage = inSource('build/packaging/debian/functions.sh', /^\w+=\$root(\/\S+)$/gm);
  const way = 'build/packaging/debian/root/usr/lib/@slug@/open-way-to-printers';
  const paths = [
    ...status.map((name) => `/run/counterfoil/${name}`),
    ...ofPackage,
    ...Object.values(placesBeside(SETTINGS_FILE)),
    ...[REFUSED_FILE, 'lock'].map((name) => `${runFolderOf(SETTINGS_FILE)}/${name}`),
    ...inSource(way, /\$folder\/([\w.-]+)/g),
  ];
  expect([status.length, ofPackage.length, paths.length]).toEqual([2, 12, 24]);
  const missing = paths.filter(
    (path) => !section.includes(`${path}\``) && !section.includes(`${dirname(path)}/*\``),
  );
  // Folders: what is put there has a row. The data folder has tables of its own.
  expect(missing).toEqual([
    ...['/usr/lib/systemd/system', '/etc/systemd/system', '/var/lib/counterfoil'],
    ...['/etc/counterfoil', '/etc/counterfoil/provisioning.next'],
  ]);
});
