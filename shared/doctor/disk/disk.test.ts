import { describe, expect, it } from 'vitest';
import type { SealRefusal } from '../../contract/custody.ts';
import { type DataFolderState, judgeDataFolder } from './data-folder.ts';
import { judgeDiskEncryption } from './disk-encryption.ts';
import { judgeDiskSpace } from './disk-space.ts';
import { judgeFileSystem } from './file-system.ts';
import { type FlashFacts, judgeFlash } from './flash.ts';
import { type JournalFacts, judgeJournal } from './journal.ts';
import { judgeTemporaryFolders } from './temporary-folders.ts';
import { judgeUnitWrites } from './unit-writes.ts';
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

  it('that is not there yet has the command for a place where the kiosk can’t make it', () => {
    const { found } = judgeDataFolder({ folder: '/srv/kiosk', account, state: { kind: 'missing' } });
    expect(found).toContain('`install -d -o counterfoil -g counterfoil -m 0700 /srv/kiosk`');
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
    ['one-time-key', 'pass'],
    ['memory', 'pass'],
    ['plain', 'warn'],
    ['unknown', 'not-run'],
  ] as const)('%s', (storage, verdict) => expect(judgeDiskEncryption(storage).verdict).toBe(verdict));
});

describe('temporary folders', () => {
  const inMemory = { path: '/tmp', isInMemory: true, isUnitsOwn: false, ownFiles: 3 };
  const persistent = { path: '/var/tmp', isInMemory: false, isUnitsOwn: false, ownFiles: 0 };

  it.each([
    [inMemory, persistent, 'pass'],
    [{ ...inMemory, isInMemory: false }, persistent, 'warn'],
    [inMemory, { ...persistent, ownFiles: 1 }, 'warn'],
    [inMemory, { ...persistent, ownFiles: 1, isInMemory: true }, 'pass'],
    [inMemory, { ...persistent, ownFiles: null }, 'not-run'],
    // A unit’s own folder has nothing in it at its start: that says nothing of the computer’s.
    [inMemory, { ...persistent, isUnitsOwn: true }, 'not-run'],
    [{ ...inMemory, isUnitsOwn: true }, persistent, 'pass'],
    [inMemory, { ...persistent, isUnitsOwn: true, isInMemory: true }, 'not-run'],
    [inMemory, { ...persistent, isUnitsOwn: null }, 'not-run'],
    [{ ...inMemory, isInMemory: false }, { ...persistent, isUnitsOwn: true }, 'warn'],
  ])('%j, %j', (tmp, other, verdict) => {
    expect(judgeTemporaryFolders(tmp, other, 'counterfoil').verdict).toBe(verdict);
  });
});

describe('the system’s log', () => {
  const debian: JournalFacts = {
    hasSystemd: true,
    settings: ['[Journal]\n#Storage=auto\n'],
    hasFolder: true,
    daemons: [],
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
    ['is written by rsyslog too', { hasFolder: false, daemons: ['rsyslog'] }, 'warn'],
    ['of another system is not known', { hasSystemd: false, hasFolder: false }, 'not-run'],
    ['of another system with rsyslog is', { hasSystemd: false, daemons: ['rsyslog'] }, 'warn'],
    ['whose settings can’t be read is not known', { settings: null, hasFolder: false }, 'not-run'],
  ])('%s', (_name, change, verdict) => {
    expect(judgeJournal({ ...debian, ...change }).verdict).toBe(verdict);
  });
});

it('the system’s log has a command for each program that writes it, and for what is left on the disk', () => {
  const facts = { hasSystemd: true, settings: ['[Journal]\nStorage=volatile\n'], hasFolder: true };
  expect(judgeJournal({ ...facts, daemons: ['rsyslog', 'syslog-ng-core'] })).toMatchObject({
    found: expect.stringContaining('rsyslog and syslog-ng-core write the log into files as well.'),
    remedies: [
      'Run `rm -r /var/log/journal` as root, once the log is in memory.',
      'Run `apt-get purge rsyslog` as root.',
      'Run `apt-get purge syslog-ng-core` as root.',
    ],
  });
});

describe('what the unit may write to', () => {
  /** As the package ships it, shortened. */
  const shipped = `[Service]
StateDirectory=counterfoil
ProtectSystem=strict
ReadWritePaths=-/media -/mnt
ProtectHome=yes
PrivateTmp=yes
TemporaryFileSystem=/dev/shm:mode=1777,nosuid,nodev,noexec
`;
  const unit = 'counterfoil.service';
  const judged = (folder: string, ...more: readonly string[]) =>
    judgeUnitWrites({ folder, unit, settings: [shipped, ...more] });

  it.each([
    ['/var/lib/counterfoil', 'pass'],
    ['/var/lib/counterfoil/data', 'pass'],
    ['/media/counterfoil', 'pass'],
    ['/mnt/data', 'pass'],
    ['/srv/kiosk', 'fail'],
    ['/var/lib/counterfoil2', 'fail'],
    // Other folders in the unit than outside of it.
    ['/home/clerk/data', 'fail'],
    ['/tmp/data', 'fail'],
    ['/dev/shm/data', 'fail'],
  ])('as it is shipped: %s', (folder, verdict) => expect(judged(folder).verdict).toBe(verdict));

  it('is what drop-ins say as well, with the command that its remedy gives', () => {
    expect(judged('/srv/kiosk', '[Service]\nReadWritePaths=-/srv/kiosk\n').verdict).toBe('pass');
    expect(judged('/mnt/data', '[Service]\nReadWritePaths=\n').verdict).toBe('fail');
    expect(judged('/srv/kiosk')).toMatchObject({
      remedies: [
        // With the line alone the unit may write there, and the kiosk still can't make it.
        expect.stringContaining('`install -d -o counterfoil -g counterfoil -m 0700 /srv/kiosk`'),
        "Then run `mkdir -p /etc/systemd/system/counterfoil.service.d && printf '[Unit]\\nWantsMountsFor=/srv/kiosk\\n[Service]\\nReadWritePaths=-/srv/kiosk\\nNoExecPaths=-/srv/kiosk\\n' > /etc/systemd/system/counterfoil.service.d/90-counterfoil-local.conf && systemctl daemon-reload && systemctl restart counterfoil.service` as root.",
        // Whatever else lies below /var/lib the unit may not write to, either.
        expect.stringContaining('`/var/lib/counterfoil`, or a folder in it'),
      ],
    });
    // No line makes another folder of a home.
    expect(judged('/home/clerk/data', '[Service]\nReadWritePaths=/home/clerk/data\n').verdict).toBe('fail');
  });

  it.each([
    ['[Service]\nReadWritePaths=/srv/kiosk\n', '/srv/kiosk'],
    // Of two of them the one that has to be there; whatever else the unit is kept from.
    ['[Service]\nReadWritePaths=-/srv/kiosk /srv/other\n', '/srv/other'],
    ['[Service]\nProtectSystem=full\nReadWritePaths=/srv/other\n', '/srv/other'],
  ])('is warned of where a missing folder keeps the unit from starting: %j', (dropIn, place) => {
    expect(judged('/srv/kiosk', dropIn)).toEqual({
      verdict: 'warn',
      found: `Where ${place} is missing at a start, counterfoil.service doesn’t start, and no page says why.`,
      remedies: [expect.stringContaining(`Write \`ReadWritePaths=-${place}\` in the place of`)],
    });
  });

  it('is not warned of where another drop-in takes such a line back', () => {
    const again = '[Service]\nReadWritePaths=\nReadWritePaths=-/srv/kiosk\n';
    expect(judged('/srv/kiosk', '[Service]\nReadWritePaths=/srv/kiosk\n', again).verdict).toBe('pass');
  });

  it('is anything where a drop-in takes the walls away', () => {
    expect(judged('/srv/kiosk', '[Service]\nProtectSystem=full\n').verdict).toBe('pass');
  });

  it('is not known without a unit, or where a file of it can’t be read', () => {
    for (const settings of [[], null])
      expect(judgeUnitWrites({ folder: '/srv/kiosk', unit, settings }).verdict).toBe('not-run');
  });
});

describe('flash memory', () => {
  const ssd: FlashFacts = {
    queue: { rotational: '0', discardGranularity: '512' },
    hasDiscard: false,
    hasTimer: true,
  };

  it.each<readonly [string, Partial<FlashFacts>, string]>([
    ['that is told of freed blocks each week passes', {}, 'pass'],
    ['that is told at once passes', { hasDiscard: true, hasTimer: false }, 'pass'],
    ['that nobody tells is warned about', { hasTimer: false }, 'warn'],
    [
      'that takes no such word is warned about',
      { queue: { rotational: '0', discardGranularity: '0' }, hasDiscard: true },
      'warn',
    ],
    ['is not what turns', { queue: { rotational: '1', discardGranularity: '0' }, hasTimer: false }, 'pass'],
    ['below which nothing can be seen was not checked', { queue: null }, 'not-run'],
    [
      'of which the kernel says nothing was not checked',
      { queue: { rotational: null, discardGranularity: null } },
      'not-run',
    ],
  ])('%s', (_name, change, verdict) => {
    expect(judgeFlash({ ...ssd, ...change }).verdict).toBe(verdict);
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
