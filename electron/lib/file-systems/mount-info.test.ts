import { describe, expect, it } from 'vitest';
import { mountOver, parseMountId, parseMountInfo } from './mount-info.ts';

const sample = `22 27 0:21 / /proc rw,relatime - proc proc rw
27 1 254:0 / / rw,relatime shared:1 master:2 - ext4 /dev/vda rw,discard,resuid=65534
30 27 7:0 / /media/a\\040stick rw,relatime - ext4 /dev/loop0 rw,data=journal
31 27 0:33 / - rw,relatime - btrfs /dev/sdb1 rw,space_cache=v2,subvol=/a\\054b
32 27 0:40 /up\\040per /merged rw - overlay overlay rw,lowerdir=/l,upperdir=/up\\134\\040per,workdir=/w
`;

describe('the table of mounts', () => {
  it('tells id, device, file system and options', () => {
    expect(parseMountInfo(sample)).toEqual([
      {
        id: 22,
        parent: 27,
        root: '/',
        point: '/proc',
        device: '0:21',
        fileSystem: 'proc',
        options: ['rw'],
      },
      {
        id: 27,
        parent: 1,
        root: '/',
        point: '/',
        device: '254:0',
        fileSystem: 'ext4',
        options: ['rw', 'discard', 'resuid=65534'],
      },
      {
        id: 30,
        parent: 27,
        root: '/',
        point: '/media/a stick',
        device: '7:0',
        fileSystem: 'ext4',
        options: ['rw', 'data=journal'],
      },
      // The mount point is called "-"; the comma in the option is none that divides.
      {
        id: 31,
        parent: 27,
        root: '/',
        point: '-',
        device: '0:33',
        fileSystem: 'btrfs',
        options: ['rw', 'space_cache=v2', 'subvol=/a,b'],
      },
      {
        id: 32,
        parent: 27,
        root: '/up per',
        point: '/merged',
        device: '0:40',
        fileSystem: 'overlay',
        options: ['rw', 'lowerdir=/l', 'upperdir=/up\\ per', 'workdir=/w'],
      },
    ]);
  });

  it.each(['', 'nonsense', '1 2 3:4 / / rw', '1 2 3:4 / / rw - ext4', 'x 2 3:4 / / rw - ext4 a rw'])(
    'leaves out what has another shape: %j',
    (line) => expect(parseMountInfo(line)).toEqual([]),
  );
});

describe('the mount that a path lies on', () => {
  const table = parseMountInfo(`27 1 254:0 / / rw - ext4 /dev/vda rw
40 27 0:40 / /var/spool rw - tmpfs a rw
41 40 0:41 / /var/spool/cups rw - xfs b rw
50 27 0:50 / /hidden/deep rw - tmpfs c rw
51 27 0:51 / /hidden rw - btrfs d rw
60 27 0:60 / /twice rw - tmpfs e rw
61 60 0:61 / /twice rw - ext2 f rw
70 27 0:70 / /a\\040stick rw - vfat g rw
`);

  it.each([
    ['/', 'ext4'],
    ['/var', 'ext4'],
    ['/var/spool', 'tmpfs'],
    ['/var/spool/other/x', 'tmpfs'],
    ['/var/spooler', 'ext4'],
    ['/var/spool/cups/tmp', 'xfs'],
    ['/var/spool/cups/', 'xfs'],
    // The later mount on the folder above hides the one below it, although that has the longer name.
    ['/hidden/deep/x', 'btrfs'],
    ['/twice/x', 'ext2'],
    ['/a stick/x', 'vfat'],
  ])('%s is on %s', (path, fileSystem) => {
    expect(mountOver(table, path)?.fileSystem).toBe(fileSystem);
  });

  it('is found on a system that runs in its first root, which is its own parent', () => {
    const inMemory = parseMountInfo(
      '1 1 0:2 / / rw - rootfs rootfs rw\n40 1 8:17 / /media/a rw - vfat /dev/sdb1 rw',
    );
    expect(['/media/b', '/media/a/x'].map((path) => mountOver(inMemory, path)?.id)).toEqual([1, 40]);
  });

  it('is none in a table without a root, and one that goes in circles ends', () => {
    expect(mountOver([], '/var')).toBeNull();
    const circle = parseMountInfo(
      '1 0 0:1 / / rw - xfs a rw\n2 1 0:2 / /x rw - tmpfs a rw\n2 2 0:2 / /x rw - tmpfs a rw',
    );
    expect(mountOver(circle, '/x/y')?.id).toBe(2);
  });
});

describe('the mount of a descriptor', () => {
  it('is read from its line', () => {
    expect(parseMountId('pos:\t0\nflags:\t0100000\nmnt_id:\t27\nino:\t5\n')).toBe(27);
    expect(parseMountId('pos:\t0\nflags:\t0100000\n')).toBeNull();
  });
});
