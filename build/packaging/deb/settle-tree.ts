import { createHash } from 'node:crypto';
import { lutimes, readdir, readFile, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { openToReaders } from '../open-to-readers.ts';

/** Gives everything in a folder the modes that it has on a machine, and one date: whoever makes it, wherever and when. */
export async function settleTree(tree: string, seconds: number): Promise<void> {
  await openToReaders(tree);
  for (const entry of await readdir(tree, { recursive: true, withFileTypes: true })) {
    await lutimes(join(entry.parentPath, entry.name), seconds, seconds);
  }
  await lutimes(tree, seconds, seconds);
}

/** Paths of all files below a folder, in an order that depends on nothing else. */
async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

/** What an administrator may change, and dpkg asks about before it replaces it (deb-conffiles(5)): all that lies in /etc. */
export async function conffilesIn(tree: string): Promise<readonly string[]> {
  return (await filesBelow(tree)).filter((path) => path.startsWith('etc/')).map((path) => `/${path}`);
}

/** What `dpkg -V` compares with later: a line for each file that nobody may change (deb-md5sums(5)). */
export async function md5sums(tree: string, conffiles: readonly string[]): Promise<string> {
  const lines: string[] = [];
  for (const path of await filesBelow(tree)) {
    if (path.startsWith('DEBIAN/') || conffiles.includes(`/${path}`)) continue;
    const digest = createHash('md5').update(await readFile(join(tree, path)));
    lines.push(`${digest.digest('hex')}  ${path}\n`);
  }
  return lines.join('');
}

/** What the installed package takes, as Debian counts: each file rounded up to whole KiB, one for each link and folder. */
export async function installedSize(tree: string): Promise<number> {
  let kibibytes = 0;
  for (const entry of await readdir(tree, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (relative(tree, path).startsWith('DEBIAN')) continue;
    kibibytes += entry.isFile() ? Math.ceil((await stat(path)).size / 1024) : 1;
  }
  return kibibytes;
}
