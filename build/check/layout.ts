import { globSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { repository } from '../vite/repository.ts';
import { importsOf, isOfTests, mentionedBy, type SourceFile } from './imports.ts';
import { portsOutOfBounds } from './ports.ts';
import { acrossProcesses } from './process-boundaries.ts';

/** More than these in one folder, and nobody finds the right one at the first try. */
const MOST_FILES = 25;

/** Folders of the product with too many files of its own in them: one sentence for each. */
export function crowdedFolders(paths: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const path of paths.filter((each) => !isOfTests(each))) {
    const folder = posix.dirname(path);
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count > MOST_FILES)
    .map(([folder, count]) => `${folder} has ${count} product files; ${MOST_FILES} are the most`);
}

const KEEPER = 'electron/keeper/';

/** The one object that is made outside electron/keeper/start/: the vault hands out the rows of all that lies in its file. */
const MADE_BY_THE_VAULT = 'kioskRowOf';

/**
 * Imports between the keeper's features that go around their ports, and any from where they are put together. A feature
 * may call functions of others that answer something; whatever makes one of their objects, which have a state or reach
 * further, is called by electron/keeper/start/ alone, and the object is handed on through a port.
 */
export function aroundPorts(sources: readonly SourceFile[]): readonly string[] {
  const product = sources.filter(({ path }) => path.startsWith(KEEPER) && !isOfTests(path));
  const makers = makersOf(product);
  return product
    .filter(({ path }) => featureOf(path) !== 'start')
    .flatMap(importsOf)
    .filter(({ from, to }) => to.startsWith(KEEPER) && isFeature(from) && isFeature(to))
    .filter(({ from, to }) => featureOf(from) !== featureOf(to))
    .flatMap(({ from, to, values }) => {
      if (featureOf(to) === 'start') return [`${from} imports ${to}, where features are put together`];
      return values
        .filter((name) => makers.has(`${to} ${name}`) && name !== MADE_BY_THE_VAULT)
        .map((name) => `${from} goes around a port: ${name} makes an object of ${to}`);
    });
}

const INTERFACE = /export interface (\w+)[^{]*\{([\s\S]*?)\n\}/g;
const METHOD = /^ {2}(?:\w+\(|readonly \w+: \([^)]*\) =>)/m;
const FUNCTION = /export (?:async )?function (\w+)[\s\S]*?\): ([^{}=]+?) \{\n/g;

/** Functions that answer an object with methods or a session's calls, as "path name". */
function makersOf(sources: readonly SourceFile[]): ReadonlySet<string> {
  const objects = new Set(
    sources.flatMap(({ text }) =>
      [...text.matchAll(INTERFACE)]
        .filter(([, , body = '']) => METHOD.test(body))
        .map(([, name = '']) => name),
    ),
  );
  return new Set(
    sources.flatMap(({ path, text }) =>
      [...text.matchAll(FUNCTION)]
        .filter(([, , answer = '']) =>
          (answer.match(/\w+/g) ?? []).some((word) => objects.has(word) || /Calls$/.test(word)),
        )
        .map(([, name = '']) => `${path} ${name}`),
    ),
  );
}

/** Files beside the keeper's features (its clock, its entry) are nobody's. */
function isFeature(path: string): boolean {
  return path.slice(KEEPER.length).includes('/');
}

function featureOf(path: string): string {
  return path.slice(KEEPER.length).split('/')[0] ?? '';
}

/** Programs that are started by their bundled names, declarations, and catalogs that are compiled. */
const ENTRIES =
  /\/(main|relay|bridge|worker)\.tsx?$|\.d\.ts$|\/i18n\/(residents\/)?[a-z]{2}(-[A-Z]\w+)?\.ts$/;

/** Files among the product's that only tests use and whose names do not say so. */
export function unnamedTestSupport(sources: readonly SourceFile[]): readonly string[] {
  const users = new Map<string, string[]>();
  for (const source of sources) {
    for (const to of mentionedBy(source)) users.set(to, [...(users.get(to) ?? []), source.path]);
  }
  return sources
    .map(({ path }) => path)
    .filter((path) => /^(electron|renderer|shared)\//.test(path) && !isOfTests(path) && !ENTRIES.test(path))
    .filter((path) => (users.get(path) ?? []).every(isOfTests))
    .map((path) => `${path} is used by tests only: its name should end in .test-support.ts`);
}

if (import.meta.main) {
  const root = fileURLToPath(repository);
  const paths = globSync('{electron,renderer,shared,build,tests}/**/*.{ts,tsx}', { cwd: root });
  const sources = paths.map((path) => ({ path, text: readFileSync(new URL(path, repository), 'utf8') }));
  const product = paths.filter((path) => /^(electron|renderer|shared)\//.test(path));
  const found = [
    ...crowdedFolders(product),
    ...acrossProcesses(sources),
    ...aroundPorts(sources),
    ...portsOutOfBounds(sources),
    ...unnamedTestSupport(sources),
  ];
  for (const sentence of found) process.stderr.write(`${sentence}\n`);
  process.exitCode = found.length === 0 ? 0 : 1;
}
