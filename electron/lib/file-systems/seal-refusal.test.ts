import { describe, expect, it } from 'vitest';
import type { Mount } from './mount-info.ts';
import { judgeMount, type SystemFacts } from './seal-refusal.ts';

function mount(fileSystem: string, ...options: string[]): Mount {
  return { id: 1, parent: 0, device: '7:0', root: '/', point: '/', fileSystem, options: ['rw', ...options] };
}

function systemWith(journal: readonly string[] | null, upper: Mount | null = null): SystemFacts {
  return { journalOptions: () => journal, mountAt: () => upper };
}

describe('the judgement about a file system', () => {
  const ordered = systemWith(['rw', 'data=ordered']);

  it.each(['ext2', 'ext3', 'ext4', 'xfs', 'tmpfs'])('allows %s', (name) => {
    expect(judgeMount(mount(name), ordered)).toBeNull();
  });

  it.each(['btrfs', 'zfs', 'f2fs', 'bcachefs', 'nilfs2'])('refuses %s: it copies on write', (name) => {
    expect(judgeMount(mount(name), ordered)).toEqual({ kind: 'copy-on-write', fileSystem: name });
  });

  it.each(['vfat', 'nfs4', 'fuse.sshfs', '9p', 'ramfs'])('refuses %s: nobody has measured it', (name) => {
    expect(judgeMount(mount(name), ordered)).toEqual({ kind: 'unknown-file-system', fileSystem: name });
  });

  it('refuses a data journal even where the line of the mount does not show it', () => {
    expect(judgeMount(mount('ext4'), systemWith(['rw', 'data=journal']))).toEqual({ kind: 'data-journal' });
    expect(judgeMount(mount('ext3'), systemWith(['rw', 'data=journal']))).toEqual({ kind: 'data-journal' });
  });

  it('refuses what it cannot find out', () => {
    expect(judgeMount(null, ordered)).toEqual({ kind: 'unknown-file-system', fileSystem: 'unknown' });
    expect(judgeMount(mount('ext4'), systemWith(null))).toEqual({
      kind: 'unknown-file-system',
      fileSystem: 'ext4',
    });
  });

  it('judges an overlay by where it writes, and allows it where that is out of sight', () => {
    const overlay = { ...mount('overlay', 'upperdir=/upper'), id: 9 };
    const above = (upper: Mount | null): SystemFacts => systemWith(['data=ordered'], upper);
    expect(judgeMount(overlay, above(mount('ext4')))).toBeNull();
    expect(judgeMount(overlay, above(mount('btrfs')))).toEqual({
      kind: 'copy-on-write',
      fileSystem: 'btrfs',
    });
    expect(judgeMount(overlay, above(null))).toBeNull();
    expect(judgeMount(overlay, above(overlay))).toBeNull();
    expect(judgeMount(mount('overlay'), above(mount('btrfs')))).toBeNull();
  });
});
