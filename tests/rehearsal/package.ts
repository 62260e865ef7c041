import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { bundle } from '../../build/bundle.ts';
import { repositoryFolder } from '../../build/kiosk/launch-keeper.ts';
import { packageRehearsal } from '../../build/packaging/package-application.ts';
import { packageName } from '../../build/packaging/package-name.ts';

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

/** What the bundle is done to, so that the suite sees itself fail; `null`: the product as it is. */
export type Sabotage = 'kiosk-spare' | null;

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
 * The folder of a rehearsal made of the sources as they are. One that is there already is taken when it was made
 * of the very same.
 */
export async function packagedRehearsal(sabotage: Sabotage): Promise<string> {
  const { folder } = packageName('rehearsal');
  const note = join(repositoryFolder, 'out', 'test', 'rehearsal-made-of');
  const path = join(repositoryFolder, 'out', 'package', folder);
  const sources = `${hashOfSources()} ${sabotage}`;
  if (existsSync(path) && existsSync(note) && readFileSync(note, 'utf8') === sources) return path;
  const made = await packageRehearsal(sabotage === null ? undefined : { bundle: bundleWithMappedSpare });
  if (!made.ok) throw new Error(made.error);
  mkdirSync(join(note, '..'), { recursive: true });
  writeFileSync(note, sources);
  return made.value.folder;
}

/** As it once was: a window that is made in kiosk mode, which maps it, and only then shown. */
const bundleWithMappedSpare: typeof bundle = async (mode, folder) => {
  if (folder === undefined) throw new Error('packages are bundled into folders of their own');
  await bundle(mode, folder);
  const path = join(folder, 'session', 'main.cjs');
  const main = readFileSync(path, 'utf8');
  const sabotaged = main.replace(/(\n\s*)frame: false,/, '$1frame: false,$1kiosk: true,');
  if (sabotaged === main) throw new Error('the window is made elsewhere: this sabotage does nothing');
  writeFileSync(path, sabotaged);
};
