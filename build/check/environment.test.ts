import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { repository } from '../vite/repository.ts';

const root = fileURLToPath(repository);
const document = 'docs/environment.md';

/** Written on purpose in tests of what is refused, and the beginning of an X atom: no variables. */
const NO_VARIABLES = ['COUNTERFOIL_SETTING', 'COUNTERFOIL_MARK_'];

function read(path: string): string {
  return readFileSync(new URL(path, repository), 'utf8');
}

/** The names in the first column of every table. */
const listed = read(document)
  .split('\n')
  .flatMap((line) =>
    [...(line.split('|')[1] ?? '').matchAll(/`([A-Z][A-Z0-9_]+)`/g)].map(([, name]) => name),
  );

const sources = globSync('{electron,shared,renderer,build,tests,.github}/**/*.{ts,tsx,mjs,cjs,sh,yml}', {
  cwd: root,
}).filter((path) => !import.meta.filename.endsWith(path));
const words = new Set(sources.flatMap((path) => read(path).match(/\b[A-Z][A-Z0-9_]+\b/g) ?? []));
const ours = [...words].filter((word) => word.startsWith('COUNTERFOIL_') && !NO_VARIABLES.includes(word));

it('is listed once, if it is listed', () => {
  expect(listed.filter((name, place) => listed.indexOf(name) !== place)).toEqual([]);
});

it('is listed when it occurs in the code', () => {
  // A search that finds nothing would agree with any table.
  expect(ours).toContain('COUNTERFOIL_DATA');
  expect(ours.filter((name) => !listed.includes(name))).toEqual([]);
});

it('occurs in the code when it is listed', () => {
  expect(listed.filter((name) => name === undefined || !words.has(name))).toEqual([]);
});
