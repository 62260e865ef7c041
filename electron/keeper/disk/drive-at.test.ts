import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseMountInfo } from '../../lib/file-systems/mount-info.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { driveAt, isLeftBehind } from './drive-at.ts';

/** A machine with these mounted besides its disk and its folder in memory. */
function mountedAt(...points: readonly string[]) {
  const drives = points.map((point, at) => {
    const parent = point.startsWith('/run/') ? 21 : 20;
    return `${40 + at} ${parent} 8:${17 + at} / ${point} rw - vfat /dev/sdb1 rw`;
  });
  return parseMountInfo(
    ['20 1 8:1 / / rw - ext4 /dev/sda1 rw', '21 20 0:24 / /run rw - tmpfs tmpfs rw', ...drives].join('\n'),
  );
}

describe('a folder for a drive', () => {
  it.each(['/media/clerk/STICK', '/run/media/clerk/STICK', '/mnt/stick', '/mnt'])(
    'is left behind where nothing is mounted, and has a drive where one is: %s',
    (path) => {
      expect(isLeftBehind(path, mountedAt())).toBe(true);
      expect(isLeftBehind(path, mountedAt(path))).toBe(false);
      expect(isLeftBehind(`${path}/counterfoil`, mountedAt(path))).toBe(false);
    },
  );

  it('is left behind although another drive is mounted beside it', () => {
    expect(isLeftBehind('/media/clerk/STICK', mountedAt('/media/clerk/OTHER'))).toBe(true);
    expect(isLeftBehind('/media/clerk/STICK', mountedAt('/media/clerk/STICK2'))).toBe(true);
  });

  it('is any folder where no drives are mounted', () => {
    for (const path of ['/srv/exports', '/mediation/exports', '/run/user/1000/exports'])
      expect(isLeftBehind(path, mountedAt())).toBe(false);
  });
});

describe('a folder of this machine', () => {
  it('has a drive while one is mounted at a root, and has none where an unmount left it or took it away', () => {
    // The control: that is mounted on every machine.
    expect([driveAt('/proc', ['/proc']), driveAt('/proc/self', ['/proc'])]).toEqual(['/proc', '/proc/self']);
    const root = workingFolder();
    const left = join(root, 'STICK');
    mkdirSync(left);
    expect([null, root, left, join(root, 'gone')].map((folder) => driveAt(folder, [root]))).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it('is left behind by a link as well, to it or to its root; elsewhere whoever opens it says so', () => {
    const [root, folder] = [workingFolder(), workingFolder()];
    const [link, rootByLink, gone] = ['link', 'root', 'gone'].map((name) => join(folder, name));
    if (link === undefined || rootByLink === undefined || gone === undefined) throw new Error('none');
    for (const each of [link, rootByLink]) symlinkSync(root, each);
    expect([driveAt(link, [root]), driveAt(rootByLink, [rootByLink])]).toEqual([null, null]);
    expect([driveAt(folder, [root]), driveAt(gone, [root])]).toEqual([folder, gone]);
  });
});
