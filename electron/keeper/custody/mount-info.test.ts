import { describe, expect, it } from 'vitest';
import { parseMountId, parseMountInfo } from './mount-info.ts';

const sample = `22 27 0:21 / /proc rw,relatime - proc proc rw
27 1 254:0 / / rw,relatime shared:1 master:2 - ext4 /dev/vda rw,discard,resuid=65534
30 27 7:0 / /media/a\\040stick rw,relatime - ext4 /dev/loop0 rw,data=journal
31 27 0:33 / - rw,relatime - btrfs /dev/sdb1 rw,space_cache=v2,subvol=/a\\054b
32 27 0:40 / /merged rw - overlay overlay rw,lowerdir=/l,upperdir=/up\\134\\040per,workdir=/w
`;

describe('the table of mounts', () => {
  it('tells id, device, file system and options', () => {
    expect(parseMountInfo(sample)).toEqual([
      { id: 22, device: '0:21', fileSystem: 'proc', options: ['rw'] },
      { id: 27, device: '254:0', fileSystem: 'ext4', options: ['rw', 'discard', 'resuid=65534'] },
      { id: 30, device: '7:0', fileSystem: 'ext4', options: ['rw', 'data=journal'] },
      // The mount point is called "-"; the comma in the option is none that divides.
      { id: 31, device: '0:33', fileSystem: 'btrfs', options: ['rw', 'space_cache=v2', 'subvol=/a,b'] },
      {
        id: 32,
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

describe('the mount of a descriptor', () => {
  it('is read from its line', () => {
    expect(parseMountId('pos:\t0\nflags:\t0100000\nmnt_id:\t27\nino:\t5\n')).toBe(27);
    expect(parseMountId('pos:\t0\nflags:\t0100000\n')).toBeNull();
  });
});
