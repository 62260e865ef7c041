import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { repositoryFolder } from '../../build/kiosk/launch-keeper.ts';
import { lastLines, runCommand } from '../../build/machine/command.ts';
import { OWN_ARCHITECTURE } from '../../build/packaging/architecture.ts';
import { type PackageKind, packageName } from '../../build/packaging/package-name.ts';
import { err, ok, type Result } from '../../shared/result.ts';

/** All that a package is made of, besides the runtime that package.json pins. */
const SOURCES = [
  'build',
  'electron',
  'renderer',
  'shared',
  'electron-builder.yml',
  'package-lock.json',
  'package.json',
];

/** What no release may be is made for suites. */
export type TriedKind = Exclude<PackageKind, 'release'>;

/** One word for the contents of all sources. */
function hashOfSources(): string {
  const hash = createHash('sha256');
  const add = (path: string): void => {
    hash.update(`${relative(repositoryFolder, path)}\0`).update(readFileSync(path));
  };
  for (const source of SOURCES) {
    const path = join(repositoryFolder, source);
    if (/\.(json|yml)$/.test(source)) add(path);
    else
      for (const entry of readdirSync(path, { recursive: true, withFileTypes: true }).sort(byPlace))
        if (entry.isFile()) add(join(entry.parentPath, entry.name));
  }
  return hash.digest('hex');
}

function byPlace(
  one: { parentPath: string; name: string },
  other: { parentPath: string; name: string },
): number {
  return join(one.parentPath, one.name) < join(other.parentPath, other.name) ? -1 : 1;
}

/**
 * The folder of a package made of the sources as they are. One that is there already is taken when it was made here of the very
 * same, on the same runtime, and nobody has made another in its place since. `make`: makes it where packages are put; the error
 * is a sentence. `sabotage`: what that does to it besides.
 */
export async function packageOfSources(
  kind: TriedKind,
  make: () => Promise<Result<unknown, string>>,
  sabotage: string | null = null,
): Promise<string> {
  const note = join(repositoryFolder, 'out', 'test', `${kind}-made-of`);
  const path = join(repositoryFolder, 'out', 'package', packageName(kind, OWN_ARCHITECTURE).folder);
  const sources = `${hashOfSources()} ${process.env.COUNTERFOIL_RUNTIME ?? ''} ${sabotage}`;
  if (existsSync(path) && existsSync(note) && readFileSync(note, 'utf8') === noteOn(path, sources))
    return path;
  const made = await make();
  if (!made.ok) throw new Error(made.error);
  mkdirSync(dirname(note), { recursive: true });
  writeFileSync(note, noteOn(path, sources));
  return path;
}

/** Says of which folder it is: a package that somebody makes later is another one of that name. */
function noteOn(folder: string, sources: string): string {
  const { ino, birthtimeMs } = statSync(folder);
  return `${sources} ${ino} ${birthtimeMs}`;
}

const COMMAND = ['--import', './build/machine/require-node.mjs', 'build/package.ts', '--dir'];
/** What a test runner says of itself, and bundlers go by: React would be the one for development. */
const OF_RUNNERS = ['NODE_ENV', 'VITEST'].map((name) => `--unset=${name}`);

/** Where a package is made, and under which umask; null: that of whoever asks. */
interface Making {
  readonly folder: string;
  readonly umask: string | null;
}

/** Makes a package as `npm run package` does, whoever asks for it. */
export async function packageByCommand(
  kind: TriedKind,
  { folder, umask }: Making = { folder: repositoryFolder, umask: null },
): Promise<Result<null, string>> {
  const words = kind === 'rehearsal' ? [...COMMAND, '--rehearsal'] : COMMAND;
  const begin = umask === null ? '' : `umask ${umask}; `;
  const made = await runCommand(
    'sh',
    ['-c', `${begin}exec env "$@"`, 'sh', ...OF_RUNNERS, process.execPath, ...words],
    { folder },
  );
  return made.ok ? ok(null) : err(`npm run package: ${lastLines(made.error.output)}`);
}
