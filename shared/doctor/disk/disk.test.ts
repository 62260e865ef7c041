import { describe, expect, it } from 'vitest';
import type { SealRefusal } from '../../contract/custody.ts';
import { type DataFolderState, judgeDataFolder } from './data-folder.ts';
import { judgeDiskEncryption } from './disk-encryption.ts';
import { judgeDiskSpace } from './disk-space.ts';
import { judgeFileSystem } from './file-system.ts';
import { type JournalFacts, judgeJournal } from './journal.ts';
import { judgeTemporaryFolders } from './temporary-folders.ts';
import { judgeUsbDrives } from './usb-drives.ts';

const folder = '/var/lib/counterfoil';

describe('the file system of the data folder', () => {
  it.each<readonly [string, SealRefusal | null, string]>([
    ['ext4', null, 'pass'],
    ['xfs', null, 'pass'],
    ['tmpfs', null, 'warn'],
    ['overlay', null, 'warn'],
    ['btrfs', { kind: 'copy-on-write', fileSystem: 'btrfs' }, 'fail'],
    ['ext4', { kind: 'data-journal' }, 'fail'],
    ['vfat', { kind: 'unknown-file-system', fileSystem: 'vfat' }, 'fail'],
    ['nothing that can be seen', { kind: 'unknown-file-system', fileSystem: 'unknown' }, 'fail'],
    ['NTFS', { kind: 'not-linux' }, 'fail'],
  ])('on %s, %j', (name, refusal, verdict) => {
    expect(judgeFileSystem({ folder, name, refusal }).verdict).toBe(verdict);
  });
});

describe('the data folder', () => {
  const itself = { owner: 998, mode: 0o700 };
  const account = { id: 998, name: 'counterfoil' };

  it.each<readonly [string, DataFolderState, string]>([
    [
      'of this account alone passes',
      { kind: 'folder', itself, files: [{ owner: 998, mode: 0o600 }] },
      'pass',
    ],
    [
      'that nobody else enters passes, whatever the rights of its files',
      { kind: 'folder', itself, files: [{ owner: 998, mode: 0o644 }] },
      'pass',
    ],
    ['of root fails', { kind: 'folder', itself: { owner: 0, mode: 0o700 }, files: [] }, 'fail'],
    ['with a file of root fails', { kind: 'folder', itself, files: [{ owner: 0, mode: 0o600 }] }, 'fail'],
    [
      'that a group may list fails',
      { kind: 'folder', itself: { owner: 998, mode: 0o750 }, files: [] },
      'fail',
    ],
    [
      'that others may only pass through fails',
      { kind: 'folder', itself: { owner: 998, mode: 0o701 }, files: [] },
      'fail',
    ],
    ['that is a file fails', { kind: 'no-folder' }, 'fail'],
    ['that can’t be read fails', { kind: 'unreadable', code: 'EACCES' }, 'fail'],
    ['that is not there yet was not checked', { kind: 'missing' }, 'not-run'],
  ])('%s', (_name, state, verdict) => {
    expect(judgeDataFolder({ folder, account, state }).verdict).toBe(verdict);
  });

  it('names account and folder in the command, and no file', () => {
    const state = { kind: 'folder', itself: { owner: 0, mode: 0o755 }, files: [] } as const;
    expect(judgeDataFolder({ folder, account, state })).toEqual({
      verdict: 'fail',
      found:
        '/var/lib/counterfoil belongs to user id 0, and this is 998. Others have rights on /var/lib/counterfoil (755).',
      remedies: [
        'Run `chown -R counterfoil: /var/lib/counterfoil` as root, if these files are this kiosk’s.',
        'Run `chmod -R go= /var/lib/counterfoil` as root.',
      ],
    });
  });
});

describe('room on the disk', () => {
  it.each([
    [{ megabytes: 4, files: 100_000 }, 'fail'],
    [{ megabytes: 5, files: 100_000 }, 'warn'],
    [{ megabytes: 40_000, files: 100_000 }, 'pass'],
    [{ megabytes: 40_000, files: 999 }, 'warn'],
    [{ megabytes: 40_000, files: 0 }, 'fail'],
    [{ megabytes: 40_000, files: null }, 'pass'],
    [null, 'not-run'],
  ])('%j', (free, verdict) => {
    expect(judgeDiskSpace({ folder, free, neededMegabytes: 5 }).verdict).toBe(verdict);
  });
});

describe('the encryption of the disk', () => {
  it.each([
    ['encrypted', 'pass'],
    ['memory', 'pass'],
    ['plain', 'warn'],
    ['unknown', 'not-run'],
  ] as const)('%s', (storage, verdict) => expect(judgeDiskEncryption(storage).verdict).toBe(verdict));
});

describe('temporary folders', () => {
  const inMemory = { path: '/tmp', isInMemory: true, ownFiles: 3 };
  const persistent = { path: '/var/tmp', isInMemory: false, ownFiles: 0 };

  it.each([
    [inMemory, persistent, 'pass'],
    [{ ...inMemory, isInMemory: false }, persistent, 'warn'],
    [inMemory, { ...persistent, ownFiles: 1 }, 'warn'],
    [inMemory, { ...persistent, ownFiles: 1, isInMemory: true }, 'pass'],
    [inMemory, { ...persistent, ownFiles: null }, 'not-run'],
  ])('%j, %j', (tmp, other, verdict) => {
    expect(judgeTemporaryFolders(tmp, other).verdict).toBe(verdict);
  });
});

describe('the system’s log', () => {
  const debian: JournalFacts = {
    hasSystemd: true,
    settings: ['[Journal]\n#Storage=auto\n'],
    hasFolder: true,
    hasRsyslog: false,
  };

  it.each<readonly [string, Partial<JournalFacts>, string]>([
    ['of Debian as it is installed is warned about', {}, 'warn'],
    ['without its folder is in memory', { hasFolder: false }, 'pass'],
    [
      'that is told to is in memory',
      { settings: ['[Journal]\nStorage=volatile\n'], hasFolder: false },
      'pass',
    ],
    ['of before is left behind', { settings: ['[Journal]\nStorage=volatile\n'] }, 'warn'],
    ['that keeps nothing passes', { settings: ['[Journal]\nStorage=none\n'] }, 'pass'],
    [
      'that is told to is on the disk',
      { settings: ['[Journal]\nStorage=Persistent\n'], hasFolder: false },
      'warn',
    ],
    ['with a word that journald doesn’t know is `auto`', { settings: ['[Journal]\nStorage=vola\n'] }, 'warn'],
    ['is written by rsyslog too', { hasFolder: false, hasRsyslog: true }, 'warn'],
    ['of another system is not known', { hasSystemd: false, hasFolder: false }, 'not-run'],
    ['of another system with rsyslog is', { hasSystemd: false, hasRsyslog: true }, 'warn'],
  ])('%s', (_name, change, verdict) => {
    expect(judgeJournal({ ...debian, ...change }).verdict).toBe(verdict);
  });
});

describe('USB drives', () => {
  it.each<readonly [readonly string[] | null, string | null, string]>([
    [[], null, 'pass'],
    [['/media/clerk/DRIVE'], null, 'warn'],
    [['/media/clerk/DRIVE'], '/media/clerk/DRIVE', 'pass'],
    [['/media/clerk/DRIVE'], '/media/clerk/DRIVE/counterfoil', 'pass'],
    [['/media/clerk/DRIVE'], '/media/clerk/DRIVE2', 'warn'],
    [['/media/clerk/DRIVE', '/mnt'], '/media/clerk/DRIVE', 'warn'],
    [null, null, 'not-run'],
  ])('%j, exports at %j', (points, exportFolder, verdict) => {
    expect(judgeUsbDrives({ points, exportFolder }).verdict).toBe(verdict);
  });
});
