import { globSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { repository } from '../vite/repository.ts';
import { importsOf, isOfTests, mentionedBy, type SourceFile } from './imports.ts';

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

/**
 * What a feature of the keeper gives to others besides types. Everything else of it is reached through a port that
 * electron/keeper/start/ fills.
 */
const CALLABLE_FILES: readonly string[] = [
  'applications/intake.ts',
  'applications/occupants.ts',
  'applications/open-record.ts',
  'custody/device-key.ts',
  'custody/guarded.ts',
  'database/erase-journal.ts',
  'database/examine-file.ts',
  'database/json-column.ts',
  'database/open-database.ts',
  'database/open-failure.ts',
  'database/open-to-read.ts',
  'database/settings.ts',
  'disk/space-needs.ts',
  'endings/expire.ts',
  'kiosk/kiosk-row.ts',
  'policy/policy-entry.ts',
  'printing/shown-after-answer.ts',
  'receipt/receipt.ts',
  'sessions/processes.ts',
  'sessions/recorded-sessions.ts',
  'staff/actor.ts',
  'tray/late-cards.ts',
  'tray/may-have-card.ts',
  'vault/rewrite-rows.ts',
  'vault/room.ts',
  'wipe/wipe-entries.ts',
];

const KEEPER = 'electron/keeper/';

/** Imports between the keeper's features that go around their ports, and any from where they are put together. */
export function aroundPorts(sources: readonly SourceFile[]): readonly string[] {
  return sources
    .filter(({ path }) => path.startsWith(KEEPER) && !isOfTests(path) && featureOf(path) !== 'start')
    .flatMap(importsOf)
    .filter(({ from, to }) => to.startsWith(KEEPER) && isFeature(from) && isFeature(to))
    .filter(({ from, to }) => featureOf(from) !== featureOf(to))
    .flatMap(({ from, to, isTypeOnly }) => {
      if (featureOf(to) === 'start') return [`${from} imports ${to}, where features are put together`];
      if (isTypeOnly || CALLABLE_FILES.includes(to.slice(KEEPER.length))) return [];
      return [`${from} goes around a port: ${to} is not among the files that other features may call`];
    });
}

/** Files beside the keeper's features (its clock, its entry) are nobody's. */
function isFeature(path: string): boolean {
  return path.slice(KEEPER.length).includes('/');
}

function featureOf(path: string): string {
  return path.slice(KEEPER.length).split('/')[0] ?? '';
}

/** Programs that are started by their bundled names, declarations, and catalogs that are compiled. */
const ENTRIES = /\/(main|relay|bridge|worker)\.tsx?$|\.d\.ts$|\/i18n\/\w+\.ts$/;

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
  const found = [...crowdedFolders(product), ...aroundPorts(sources), ...unnamedTestSupport(sources)];
  for (const sentence of found) process.stderr.write(`${sentence}\n`);
  process.exitCode = found.length === 0 ? 0 : 1;
}
