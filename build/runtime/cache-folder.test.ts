import { mkdtemp, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { cacheFolders, makeReadableFolder, ownCacheFolder } from './cache-folder.ts';

describe('where runtimes are kept', () => {
  const person = {
    isRoot: false,
    home: '/home/ana',
    cacheHome: undefined,
    systemFolder: '/var/cache/counterfoil/runtime',
  };

  it("is the system's cache for root, which sandboxed users can read", () => {
    expect(cacheFolders({ ...person, isRoot: true })).toEqual(['/var/cache/counterfoil/runtime']);
  });

  it("is a person's own cache after the system's", () => {
    expect(cacheFolders(person)).toEqual([
      '/var/cache/counterfoil/runtime',
      '/home/ana/.cache/counterfoil/runtime',
    ]);
    expect(ownCacheFolder({ ...person, cacheHome: '/elsewhere' })).toBe('/elsewhere/counterfoil/runtime');
  });

  it('ignores a relative XDG_CACHE_HOME, as the standard asks', () => {
    expect(ownCacheFolder({ ...person, cacheHome: 'cache' })).toBe('/home/ana/.cache/counterfoil/runtime');
  });

  it('is readable by others whatever the umask', async () => {
    const base = await mkdtemp(path.join(os.tmpdir(), 'cache-test-'));
    try {
      await makeReadableFolder(path.join(base, 'one', 'two'));
      for (const name of ['one', 'one/two']) {
        expect((await stat(path.join(base, name))).mode & 0o777).toBe(0o755);
      }
      expect((await stat(base)).mode & 0o777).toBe(0o700);
    } finally {
      await rm(base, { recursive: true, force: true });
    }
  });
});
