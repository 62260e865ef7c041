import { chmod, mkdir } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

export interface CacheOwner {
  readonly isRoot: boolean;
  readonly home: string;
  readonly cacheHome: string | undefined;
  /** The cache that root fills and everybody reads. */
  readonly systemFolder: string;
}

/** Who runs this process, as far as caches go. */
export function currentOwner(): CacheOwner {
  return {
    isRoot: process.getuid?.() === 0,
    home: os.homedir(),
    cacheHome: process.env.XDG_CACHE_HOME,
    systemFolder: '/var/cache/counterfoil/runtime',
  };
}

/**
 * The folders that may hold a runtime, in the order to look; the last one is where to put a new one.
 * Root keeps it in /var/cache because sandboxed sessions run as another user, who cannot read a cache
 * below a 0700 home. Everybody may use what root has put there.
 */
export function cacheFolders(owner: CacheOwner): readonly [string, ...string[]] {
  if (owner.isRoot) return [owner.systemFolder];
  const base =
    owner.cacheHome !== undefined && path.isAbsolute(owner.cacheHome)
      ? owner.cacheHome
      : path.join(owner.home, '.cache');
  return [owner.systemFolder, path.join(base, 'counterfoil', 'runtime')];
}

/** The folder this user writes to. */
export function ownCacheFolder(owner: CacheOwner): string {
  const folders = cacheFolders(owner);
  return folders.at(-1) ?? folders[0];
}

/**
 * Creates the folder so that other users can read it. `mkdir`'s mode is not enough: root's umask is often
 * 077, and then the sandboxed user may not enter a folder two levels up.
 */
export async function makeReadableFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o755 });
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = path.dirname(made)) await chmod(made, 0o755);
}
