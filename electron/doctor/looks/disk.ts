import { readdirSync, realpathSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  type DataFolderState,
  dataFolder,
  judgeDataFolder,
  type Owned,
} from '../../../shared/doctor/disk/data-folder.ts';
import { diskEncryption, judgeDiskEncryption } from '../../../shared/doctor/disk/disk-encryption.ts';
import { diskSpace, judgeDiskSpace } from '../../../shared/doctor/disk/disk-space.ts';
import { fileSystem, judgeFileSystem } from '../../../shared/doctor/disk/file-system.ts';
import { flash, judgeFlash } from '../../../shared/doctor/disk/flash.ts';
import { journal, judgeJournal } from '../../../shared/doctor/disk/journal.ts';
import {
  judgeTemporaryFolders,
  type TemporaryFolder,
  temporaryFolders,
} from '../../../shared/doctor/disk/temporary-folders.ts';
import { judgeUnitWrites, unitWrites } from '../../../shared/doctor/disk/unit-writes.ts';
import { judgeUsbDrives, usbDrives } from '../../../shared/doctor/disk/usb-drives.ts';
import { attempt, orNull } from '../../lib/file-systems/attempt.ts';
import { sealRefusalOfFolder } from '../../lib/file-systems/seal-refusal.ts';
import { DISK_NEEDED_BYTES, MEGABYTE } from '../../lib/file-systems/space-needs.ts';
import { fileSystemOf, isMemory } from '../../lib/print-server/memory-place.ts';
import type { Check } from '../check.ts';
import { storageOfMount } from '../read/block-storage.ts';
import { diskQueueOf } from '../read/disk-queue.ts';
import { isAbsent, lstatAt, namesIn } from '../read/files.ts';
import { isUnitsOwn, mountOf, nearestFolder } from '../read/mounts.ts';
import { hasSystemd, isEnabled, systemdSettings, unitSettings } from '../read/systemd.ts';
import { usbMountPoints } from '../read/usb.ts';
import { accountWords, type Subject, unitOf } from '../subject.ts';

/** Where the kiosk's files lie, and what else of it might reach the disk. */
export const diskChecks: readonly Check[] = [
  {
    declaration: fileSystem,
    look({ configuration }) {
      const folder = nearestFolder(configuration.dataFolder);
      return judgeFileSystem({
        folder: configuration.dataFolder,
        name: mountOf(folder)?.fileSystem ?? 'an unknown file system',
        refusal: sealRefusalOfFolder(folder),
      });
    },
  },
  {
    declaration: dataFolder,
    look: (subject) =>
      judgeDataFolder({
        folder: subject.configuration.dataFolder,
        account: { id: subject.account.id, name: accountWords(subject) },
        state: stateOf(subject.configuration.dataFolder),
      }),
  },
  {
    declaration: unitWrites,
    look({ configuration: { dataFolder: folder }, slug }) {
      const unit = unitOf(slug);
      return judgeUnitWrites({
        folder: orNull(() => realpathSync.native(folder)) ?? folder,
        unit,
        settings: unitSettings(unit),
      });
    },
  },
  {
    declaration: diskSpace,
    look({ configuration }) {
      const folder = nearestFolder(configuration.dataFolder);
      return judgeDiskSpace({
        folder: configuration.dataFolder,
        free: roomAt(folder),
        neededMegabytes: Math.ceil(DISK_NEEDED_BYTES / MEGABYTE),
      });
    },
  },
  {
    declaration: diskEncryption,
    look({ configuration }) {
      const mount = mountOf(nearestFolder(configuration.dataFolder));
      return judgeDiskEncryption(mount === null ? 'unknown' : storageOfMount(mount));
    },
  },
  {
    declaration: flash,
    look({ configuration }) {
      const mount = mountOf(nearestFolder(configuration.dataFolder));
      return judgeFlash({
        queue: mount === null ? null : diskQueueOf(mount),
        hasDiscard: mount?.options.includes('discard') === true,
        hasTimer: isEnabled('fstrim.timer', 'timers.target'),
      });
    },
  },
  {
    declaration: temporaryFolders,
    look: (subject) =>
      judgeTemporaryFolders(
        temporary('/tmp', subject),
        temporary('/var/tmp', subject),
        accountWords(subject),
      ),
  },
  {
    declaration: journal,
    look: () =>
      judgeJournal({
        hasSystemd: hasSystemd(),
        settings: systemdSettings('journald.conf'),
        hasFolder: lstatAt('/var/log/journal') !== null,
        daemons: LOG_DAEMONS.filter(startsWithSystem).map(({ name }) => name),
      }),
  },
  {
    declaration: usbDrives,
    look: ({ configuration }) =>
      judgeUsbDrives({ points: usbMountPoints(), exportFolder: configuration.exportFolder }),
  },
];

/** Log daemons of Debian that write files: what their package is called, their program, their unit. Settings stay behind them. */
const LOG_DAEMONS = [
  { name: 'rsyslog', program: '/usr/sbin/rsyslogd', unit: 'rsyslog.service' },
  { name: 'syslog-ng-core', program: '/usr/sbin/syslog-ng', unit: 'syslog-ng.service' },
] as const;

function startsWithSystem({ program, unit }: (typeof LOG_DAEMONS)[number]): boolean {
  return lstatAt(program) !== null && (isEnabled(unit) || !hasSystemd());
}

/** As the keeper looks at it at its start, but nothing is made. */
function stateOf(folder: string): DataFolderState {
  const itself = attempt(() => statSync(folder));
  if (!itself.ok) {
    // A link to nothing is there all the same, and no folder.
    if (lstatAt(folder) !== null) return { kind: 'no-folder' };
    return isAbsent(itself.error) ? { kind: 'missing' } : { kind: 'unreadable', code: itself.error };
  }
  if (!itself.value.isDirectory()) return { kind: 'no-folder' };
  const names = attempt(() => readdirSync(folder));
  if (!names.ok) return { kind: 'unreadable', code: names.error };
  const files = names.value.flatMap((name): readonly Owned[] => {
    const found = lstatAt(join(folder, name));
    return found === null ? [] : [owned(found)];
  });
  return { kind: 'folder', itself: owned(itself.value), files };
}

function owned({ uid, mode }: { readonly uid: number; readonly mode: number }): Owned {
  return { owner: uid, mode: mode & 0o777 };
}

function roomAt(folder: string): { readonly megabytes: number; readonly files: number | null } | null {
  return orNull(() => {
    const { bavail, bsize, files, ffree } = statfsSync(folder);
    // btrfs and others make room for files as they are needed, and say that they have none.
    return { megabytes: Math.floor((bavail * bsize) / MEGABYTE), files: files === 0 ? null : ffree };
  });
}

function temporary(path: string, { account, seenFrom }: Subject): TemporaryFolder {
  const names = namesIn(path);
  return {
    path,
    isInMemory: isMemory(fileSystemOf(path)),
    isUnitsOwn: isUnitsOwn(path, seenFrom),
    ownFiles: names?.filter((name) => lstatAt(join(path, name))?.uid === account.id).length ?? null,
  };
}
