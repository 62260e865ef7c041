import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { repositoryFolder } from '../kiosk/launch-keeper.ts';

// The rules of biome.jsonc, each broken by a file that stands where one of the product could: their globs are many.

/** Every folder of product files: a process that is added is among them. */
const PLACES = [
  'shared',
  'renderer',
  ...readdirSync(join(repositoryFolder, 'electron'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `electron/${name}`),
];

/** From a file two folders below a place of two folders; the lint looks at the words of a path, not at what lies there. */
const CITIES = {
  'of-programmes': '../../../../build/programmes/harbor-city.json',
  'of-test-support': '../../../shared/programme/harbor-city.test-support.ts',
} as const;
const HARMLESS = '../../../shared/programme/fee.ts';

const importing = (from: string): string => `import { one } from '${from}';\n\nexport const two = one;\n`;

const FILES: readonly (readonly [path: string, text: string])[] = [
  ...PLACES.flatMap((place) => [
    ...Object.entries(CITIES).map(
      ([name, from]) => [`${place}/feature/deep/${name}.ts`, importing(from)] as const,
    ),
    [`${place}/feature/deep/harmless.ts`, importing(HARMLESS)] as const,
  ]),
  ['electron/keeper/feature/deep/tried.test.ts', importing(CITIES['of-test-support'])],
  ['shared/cycle/one.ts', "import type { Two } from './two.ts';\n\nexport type One = Two | null;\n"],
  ['shared/cycle/two.ts', "import type { One } from './one.ts';\n\nexport type Two = readonly One[];\n"],
  ['shared/line/one.ts', "import type { Two } from './two.ts';\n\nexport type One = Two | null;\n"],
  ['shared/line/two.ts', 'export type Two = readonly string[];\n'],
];

const report = z.object({
  diagnostics: z.array(z.object({ category: z.string(), location: z.object({ path: z.string() }) })),
});

let folder = '';
/** What the lint says of a file. */
let found: ReadonlyMap<string, readonly string[]> = new Map();

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'counterfoil-lint-'));
  copyFileSync(join(repositoryFolder, 'biome.jsonc'), join(folder, 'biome.jsonc'));
  // The configuration asks for one.
  writeFileSync(join(folder, '.gitignore'), '/out\n');
  for (const [path, text] of FILES) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const { stdout } = spawnSync(
    join(repositoryFolder, 'node_modules', '.bin', 'biome'),
    ['lint', '--reporter=json', '--max-diagnostics=none', '.'],
    { cwd: folder, encoding: 'utf8' },
  );
  const { diagnostics } = report.parse(JSON.parse(stdout));
  found = new Map(
    FILES.map(([path]) => [
      path,
      diagnostics.filter(({ location }) => location.path === path).map(({ category }) => category),
    ]),
  );
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(PLACES)('a product file in %s', (place) => {
  it.each(Object.keys(CITIES))('may not import a city %s', (name) => {
    expect(found.get(`${place}/feature/deep/${name}.ts`)).toContain('lint/style/noRestrictedImports');
  });

  it('may import what knows none', () => {
    expect(found.get(`${place}/feature/deep/harmless.ts`)).toEqual([]);
  });
});

it('a test may import a city', () => {
  expect(found.get('electron/keeper/feature/deep/tried.test.ts')).toEqual([]);
});

describe('files that import one another for their types alone', () => {
  it('are a cycle', () => {
    for (const name of ['one', 'two'])
      expect(found.get(`shared/cycle/${name}.ts`)).toEqual(['lint/suspicious/noImportCycles']);
  });

  it('are none where one of them does not', () => {
    for (const name of ['one', 'two']) expect(found.get(`shared/line/${name}.ts`)).toEqual([]);
  });
});
