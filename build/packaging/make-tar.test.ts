import { spawnSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeTar } from './make-tar.ts';
import { openToReaders } from './open-to-readers.ts';
import { packageName } from './package-name.ts';

let place = '';
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'tar-test-'));
});
afterEach(() => rm(place, { recursive: true, force: true }));

async function made(where: string, mode: number, day: string): Promise<string> {
  const name = packageName('evaluation');
  const folder = join(place, where, name.folder);
  await mkdir(join(folder, 'resources'), { recursive: true });
  for (const file of ['counterfoil', 'resources/b', 'resources/a']) {
    await writeFile(join(folder, file), file);
    await chmod(join(folder, file), mode);
    await utimes(join(folder, file), new Date(day), new Date(day));
  }
  await openToReaders(folder);
  const tar = await makeTar({ folder, launcher: '', name, architecture: 'x64' });
  if (!tar.ok) throw new Error(tar.error);
  return tar.value;
}

it('the archive is equal bytes from another folder, under another umask, on another day, and belongs to nobody here', async () => {
  const one = await made('one', 0o600, '2026-12-01');
  const other = await made('a longer path/two', 0o644, '1999-07-04');
  expect((await readFile(one)).equals(await readFile(other))).toBe(true);
  const list = spawnSync('tar', ['--list', '--verbose', '--numeric-owner', '--file', one], {
    encoding: 'utf8',
  });
  const lines = list.stdout.trim().split('\n');
  expect(lines).toHaveLength(5);
  for (const line of lines) expect(line).toMatch(/^(-rw-r--r--|drwxr-xr-x) 0\/0 /);
});
