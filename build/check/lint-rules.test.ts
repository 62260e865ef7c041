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
/** What is there while the product is built and tested, and not when it runs; tests have cities of their own. */
const NOT_SHIPPED = {
  'of-build': '../../../../build/runtime/pins.ts',
  'of-tests': '../../../../tests/support/kiosk/farshore.ts',
} as const;
const HARMLESS = '../../../shared/programme/fee.ts';

/** A function with so many lines between its braces. */
const long = (lines: number): string =>
  `export function sum(): number {\n  let sum = 0;\n${'  sum += 1;\n'.repeat(lines - 2)}  return sum;\n}\n`;

const importing = (from: string): string => `import { one } from '${from}';\n\nexport const two = one;\n`;

const FILES: readonly (readonly [path: string, text: string])[] = [
  ...PLACES.flatMap((place) => [
    ...Object.entries({ ...CITIES, ...NOT_SHIPPED }).map(
      ([name, from]) => [`${place}/feature/deep/${name}.ts`, importing(from)] as const,
    ),
    [`${place}/feature/deep/harmless.ts`, importing(HARMLESS)] as const,
    [`${place}/feature/deep/too-long.ts`, long(81)] as const,
    [`${place}/feature/deep/long.ts`, long(80)] as const,
  ]),
  ['electron/keeper/feature/deep/tried.test.ts', importing(CITIES['of-test-support'])],
  ['electron/keeper/feature/deep/too-long.test.ts', long(81)],
  ['electron/keeper/feature/deep/too-long.test-support.ts', long(81)],
  ['build/feature/too-long.ts', long(81)],
  ['tests/suite/too-long.ts', long(81)],
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

  it.each(Object.keys(NOT_SHIPPED))('may not import %s', (name) => {
    expect(found.get(`${place}/feature/deep/${name}.ts`)).toContain('lint/style/noRestrictedImports');
  });

  it('may import what is shipped and knows no city', () => {
    expect(found.get(`${place}/feature/deep/harmless.ts`)).toEqual([]);
  });
});

describe('a function over 80 lines', () => {
  const RULE = 'lint/complexity/noExcessiveLinesPerFunction';

  it.each(PLACES)('may not stand in %s', (place) => {
    expect(found.get(`${place}/feature/deep/too-long.ts`)).toEqual([RULE]);
    expect(found.get(`${place}/feature/deep/long.ts`)).toEqual([]);
  });

  it('may not stand in test support, in commands and in suites either', () => {
    for (const path of [
      'electron/keeper/feature/deep/too-long.test-support.ts',
      'build/feature/too-long.ts',
      'tests/suite/too-long.ts',
    ])
      expect(found.get(path)).toEqual([RULE]);
  });

  it('may stand in a test, which lists what it tries', () => {
    expect(found.get('electron/keeper/feature/deep/too-long.test.ts')).toEqual([]);
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
