import { symlinkSync } from 'node:fs';
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

it('has none on this machine where an unmount left it or took it away, by a link as well; elsewhere whoever opens it says so', () => {
  const folder = workingFolder();
  const [link, gone] = [join(folder, 'link'), join(folder, 'gone')];
  symlinkSync('/media', link);
  expect([driveAt(folder), driveAt(gone)]).toEqual([folder, gone]);
  expect([null, '/media', '/media/gone', link].map(driveAt)).toEqual([null, null, null, null]);
});
