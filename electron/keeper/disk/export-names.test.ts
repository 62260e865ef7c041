import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { exportName, kindOfExport } from './export-names.ts';

const identifier = '0f1e2d3c4b5a69788796a5b4c3d2e1f0';

it('a file that leaves the kiosk is known again by its name, whole or broken off', () => {
  const names = [
    [exportName('ledger', identifier, '2026-11-28-812-00aa11bb22cc', 'ndjson'), 'ledger-export'],
    [exportName('ledger', undefined, '2026-11-28-812', 'csv'), 'ledger-export'],
    [exportName('checkpoint', identifier, '2026-11-28-812', 'json'), 'checkpoint'],
    [exportName('health', identifier, '2026-11-28-812-00aa11bb22cc', 'json'), 'health-record'],
    [exportName('statement', identifier, '2026-11-28-00aa11bb22cc', 'json'), 'statement'],
    [exportName('record-search', identifier, '2026-11-28-00aa11bb22cc', 'json'), 'record-search-answer'],
    // As earlier releases called them: drives still have them.
    [exportName('statement', identifier, '2026-11-28-812', 'json'), 'statement'],
    [exportName('record-search', identifier, '2026-11-28T18-30-05', 'json'), 'record-search-answer'],
    [exportName('statistics', identifier, '2026-11-28-weeks', 'csv'), 'statistics-export'],
    [exportName('record', identifier, '00aa11bb22cc', 'age'), 'record-for-court'],
    [exportName('record', identifier, '00aa11bb22cc', 'json'), 'record-for-court'],
  ] as const;
  for (const [name, kind] of names) {
    expect([name, kindOfExport(name)]).toEqual([name, kind]);
    for (const ending of ['.part', '.unfinished'])
      expect([name, kindOfExport(`${name}${ending}`)]).toEqual([name, 'unfinished-export']);
    expect([name, kindOfExport(`copy of ${name}`)]).toEqual([name, null]);
  }
  for (const name of [
    'vault.db',
    'counterfoil-vault-0f1e2d3c-1.json',
    'counterfoil-record-0f1e2d3c-1.json.db',
  ]) {
    expect([name, kindOfExport(name)]).toEqual([name, null]);
  }
});

it('no other place of the keeper makes up a name of such a file', () => {
  const keeper = fileURLToPath(new URL('..', import.meta.url));
  const naming = readdirSync(keeper, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !/\.test(?:-support)?\.ts$/.test(path))
    .filter((path) => /`counterfoil-[^`]*\$\{[^`]*`/.test(readFileSync(join(keeper, path), 'utf8')));
  expect(naming).toEqual(['disk/export-names.ts']);
});
