import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { repositoryFolder } from '../../build/kiosk/launch-keeper.ts';
import { runCommand } from '../../build/machine/command.ts';
import { packageByCommand, packageOfSources } from '../support/package-of-sources.ts';
import { debFrom } from './packages.ts';

// The whole making: what a test of one step can't see is a path, a mode or an order that comes in between two of them.

const KIND = 'evaluation';

/** By sh: copies the sources of $1 to $2, with what npm has installed there, by hard links where that is possible. */
const COPY = `set -eu
tar -C "$1" --exclude=./node_modules --exclude=./out --exclude=./.git -cf - . | tar -C "$2" -xf -
if ! cp -a --link "$1/node_modules" "$2/" 2>/dev/null; then
  rm -rf "$2/node_modules"
  cp -a "$1/node_modules" "$2/"
fi`;

let work = '';
beforeAll(() => {
  work = mkdtempSync('/var/tmp/counterfoil-elsewhere-');
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** Every file of a folder, by its path in there, with its hash. */
function contentsOf(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const hashed = files.map((entry): [string, string] => {
    const path = join(entry.parentPath, entry.name);
    return [relative(folder, path), createHash('sha256').update(readFileSync(path)).digest('hex')];
  });
  return new Map(hashed.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

it('a package is equal bytes from another path and under another umask: bundles, archive, manifest, SBOM and .deb', async () => {
  const here = await packageOfSources(KIND, () => packageByCommand(KIND));
  const folder = join(work, 'a', 'much', 'longer', 'path');
  mkdirSync(folder, { recursive: true });
  const copied = await runCommand('sh', ['-c', COPY, 'sh', repositoryFolder, folder]);
  if (!copied.ok) throw new Error(copied.error.output);
  const made = await packageByCommand(KIND, { folder, umask: '077' });
  if (!made.ok) throw new Error(made.error);
  const there = join(folder, relative(repositoryFolder, here));
  const [one, other] = [contentsOf(here), contentsOf(there)];
  for (const file of ['resources/app.asar', 'resources/manifest.json', 'resources/sbom.cdx.json'])
    expect([file, one.has(file)]).toEqual([file, true]);
  // By name first: a hash says nothing of what differs.
  expect([...other.keys()]).toEqual([...one.keys()]);
  expect([...one].filter(([file, hash]) => other.get(file) !== hash).map(([file]) => file)).toEqual([]);
  const deb = async (from: string): Promise<Buffer> => readFileSync(await debFrom(from, KIND));
  expect((await deb(there)).equals(await deb(here))).toBe(true);
  // Would be found out.
  writeFileSync(join(there, 'resources', 'sbom.cdx.json'), '{}\n');
  expect(contentsOf(there).get('resources/sbom.cdx.json')).not.toBe(one.get('resources/sbom.cdx.json'));
});
