import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { templatesFolder } from '../packaging/deb/templates.ts';
import { otherPackages, packageName } from '../packaging/package-name.ts';
import { repository } from '../vite/repository.ts';

// Whoever has these pages and nothing else types what stands there. A unit, a program or a word of the command that the package doesn't
// have is a dead end.

const root = fileURLToPath(repository);
const MANUAL = 'build/packaging/debian/manual.1';
const pages = [...globSync('docs/it/*.md', { cwd: root }), MANUAL];

const release = packageName('release');
const slugs = [release.slug, ...otherPackages(release)];

/** Units and programs of each package, and the packages themselves. */
const OF_PACKAGES = new Set([
  ...slugs,
  // The program behind the kiosk's windows.
  /^ *executableName: (.+)$/m.exec(readFileSync(join(root, 'electron-builder.yml'), 'utf8'))?.[1],
  ...['usr/sbin', 'usr/lib/systemd/system'].flatMap((folder) =>
    readdirSync(join(templatesFolder, 'root', folder)).flatMap((file) =>
      slugs.map((slug) => file.replace('@slug@', slug).replace(/\.(?:service|mount)$/, '')),
    ),
  ),
]);

/** What else begins like them, and where it is. */
const OTHERS = new Set([
  // The folder on a drive, the one of runs of the command, and an example's own.
  ...['counterfoil-provisioning', 'counterfoil-provision-state', 'counterfoil-folder'],
  // A part of a local file's name, and of a health record's on a drive.
  ...['counterfoil-local', 'counterfoil-health'],
]);

/** What the command takes, by its first words. */
const COMMANDS = ['config check', 'config printers', 'doctor', 'provision'];

/** As a release has it, without the targets of links. */
function textOf(page: string): string {
  const text = readFileSync(new URL(page, repository), 'utf8');
  return text
    .replaceAll('@slug@', release.slug)
    .replaceAll('\\-', '-')
    .replace(/\]\([^)]*\)/g, ']');
}

function unknownNames(text: string): readonly string[] {
  const names = [...text.matchAll(/\bcounterfoil-[a-z]+(?:-[a-z]+)*/g)].map(([name]) => name);
  return names.filter((name) => !OF_PACKAGES.has(name) && !OTHERS.has(name));
}

function unknownCommands(text: string): readonly string[] {
  const said = [...text.matchAll(/\bcounterfoil ((?!counterfoil)[a-z]+(?: [a-z]+)?)/g)].map(
    ([, words = '']) => words,
  );
  return said.filter((words) => !COMMANDS.some((known) => `${words} `.startsWith(`${known} `)));
}

const scripts = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(new URL('package.json', repository), 'utf8'))).scripts;

function unknownScripts(text: string): readonly string[] {
  const named = [...text.matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => name);
  return named.filter((name) => !Object.hasOwn(scripts, name));
}

it.each(pages)('%s names no unit, program, word of the command or script that is not there', (page) => {
  const text = textOf(page);
  expect([...unknownNames(text), ...unknownCommands(text), ...unknownScripts(text)]).toEqual([]);
});

it('the pages name some of each', () => {
  const all = pages.map(textOf).join('\n');
  for (const name of ['display', 'provision', 'doctor', 'cups']) expect(all).toContain(`counterfoil-${name}`);
  for (const words of COMMANDS) expect(all).toContain(`counterfoil ${words}`);
});

it('what is misspelt is told', () => {
  expect(unknownNames('systemctl status counterfoil-displays counterfoil-display')).toEqual([
    'counterfoil-displays',
  ]);
  expect(unknownCommands('counterfoil config verify; counterfoil provision DIR; counterfoil doctr')).toEqual([
    'config verify',
    'doctr',
  ]);
  expect(unknownScripts('npm run fleet -- make, npm run flete')).toEqual(['flete']);
});
