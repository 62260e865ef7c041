import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { repository } from '../vite/repository.ts';

// First passphrases may lie on a drive that IT mount by hand. FAT and exFAT know no owners: without a umask every account of the computer
// reads them, and the kiosk's unit sees what root mounts.

const pages = globSync('docs/it/*.md', { cwd: fileURLToPath(repository) });

/** What a page has typed to mount a device. */
function mountsIn(text: string): readonly string[] {
  const mounts = text.matchAll(/^ *(?:sudo )?(mount (?:-\S+ \S+ )*\/dev\/\S+ \S+)/gm);
  return [...mounts].map(([, line = '']) => line);
}

function isForRootAlone(line: string): boolean {
  const options = /-o (\S+)/.exec(line)?.[1]?.split(',') ?? [];
  return ['nosuid', 'nodev', 'noexec', 'umask=0077'].every((option) => options.includes(option));
}

it.each(pages)('%s mounts a drive for root alone, and starts nothing from it', (page) => {
  const mounts = mountsIn(readFileSync(new URL(page, repository), 'utf8'));
  expect(mounts.filter((line) => !isForRootAlone(line))).toEqual([]);
});

it('the pages mount drives, and one that is for everybody is told', () => {
  const all = pages.flatMap((page) => mountsIn(readFileSync(new URL(page, repository), 'utf8')));
  expect(all.length).toBeGreaterThanOrEqual(6);
  const bare = '   sudo mount -o ro /dev/sdX1 /mnt\n';
  expect(mountsIn(bare)).toEqual(['mount -o ro /dev/sdX1 /mnt']);
  expect(mountsIn(bare).map(isForRootAlone)).toEqual([false]);
});
