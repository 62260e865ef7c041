import { chmod, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { PackageName } from '../package-name.ts';

/** The files of a Debian package that are no application: `root` as they lie on the machine, `control` for dpkg. */
export const templatesFolder = join(import.meta.dirname, '..', 'debian');

/** Puts a package's names in the place of `@slug@` and `@product@`. */
export function fillIn(text: string, { slug, product }: Pick<PackageName, 'slug' | 'product'>): string {
  return text.replaceAll('@slug@', slug).replaceAll('@product@', product);
}

/** One of the files, filled in. */
export async function readTemplate(path: string, name: PackageName): Promise<string> {
  return fillIn(await readFile(join(templatesFolder, path), 'utf8'), name);
}

/** Copies all files below a folder of the templates, with the names filled in within them and in their paths. */
export async function copyTemplates(folder: string, into: string, name: PackageName): Promise<void> {
  const from = join(templatesFolder, folder);
  for (const entry of await readdir(from, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const target = join(into, fillIn(relative(from, path), name));
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, fillIn(await readFile(path, 'utf8'), name));
    await chmod(target, (await stat(path)).mode & 0o100 ? 0o755 : 0o644);
  }
}

/** Writes the scripts that dpkg runs, each with what they share in the place of its mark. */
export async function writeScripts(into: string, name: PackageName): Promise<void> {
  const functions = await readTemplate('functions.sh', name);
  await mkdir(into, { recursive: true });
  for (const script of await readdir(join(templatesFolder, 'control'))) {
    const text = (await readTemplate(join('control', script), name)).replace(
      '#FUNCTIONS#\n',
      () => functions,
    );
    await writeFile(join(into, script), text);
    await chmod(join(into, script), 0o755);
  }
}

/** As Debian wants pages and changelogs: smallest, and without a name or a time in them. */
export async function writeCompressed(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  // Node's zlib writes neither into the head.
  await writeFile(path, gzipSync(text, { level: 9 }));
}
