import { closeSync, constants, openSync, readFileSync, readlinkSync } from 'node:fs';
import { basename } from 'node:path';
import type { SealRefusal } from '../../../shared/contract/custody.ts';
import { isFileSystemError } from './file-system-error.ts';
import { type Mount, parseMountId, parseMountInfo } from './mount-info.ts';

/** What is written over a file lands elsewhere, and the old bytes stay (measured on btrfs: 102 of 200). */
const COPY_ON_WRITE: ReadonlySet<string> = new Set([
  ...['btrfs', 'zfs', 'f2fs', 'bcachefs', 'nilfs2', 'reiser4'],
  // Logs on raw flash: they never write in place.
  ...['jffs2', 'ubifs', 'yaffs2'],
]);

/** Their data may pass through a journal, where it stays until the journal comes round. */
const JOURNALLED: ReadonlySet<string> = new Set(['ext3', 'ext4']);

/**
 * Overwritten in place. tmpfs is among them although a power cut empties it: the vault lies in the same
 * folder and goes with the keys, so nothing is kept that should not be, and no key outlives its record.
 */
const IN_PLACE: ReadonlySet<string> = new Set(['ext2', 'ext3', 'ext4', 'xfs', 'tmpfs']);

/** Where the judgement looks things up that the mount's own line does not say. */
export interface SystemFacts {
  /** All options of a mounted ext3 or ext4, or null if they cannot be read. */
  journalOptions(device: string): readonly string[] | null;
  /** The mount that a folder lies on, or null if this process cannot reach it. */
  mountAt(folder: string): Mount | null;
}

/** Why a key must not be sealed on this mount, or null: it may. What is not known to be safe is refused. */
export function judgeMount(mount: Mount | null, facts: SystemFacts): SealRefusal | null {
  if (mount === null) return { kind: 'unknown-file-system', fileSystem: 'unknown' };
  const { fileSystem } = mount;
  if (COPY_ON_WRITE.has(fileSystem)) return { kind: 'copy-on-write', fileSystem };
  if (fileSystem === 'overlay') return judgeOverlay(mount, facts);
  if (!IN_PLACE.has(fileSystem)) return { kind: 'unknown-file-system', fileSystem };
  if (!JOURNALLED.has(fileSystem)) return null;
  // Not from the mount's line: the kernel leaves `data=journal` out there when it is the default that
  // `tune2fs -o journal_data` wrote into the file system.
  const options = facts.journalOptions(mount.device);
  if (options === null) return { kind: 'unknown-file-system', fileSystem };
  return options.includes('data=journal') ? { kind: 'data-journal' } : null;
}

/**
 * An overlay writes where its upper folder lies. Inside a container that folder cannot be reached: then
 * sealing is allowed, since a container is where tests run and no kiosk is one.
 */
function judgeOverlay(mount: Mount, facts: SystemFacts): SealRefusal | null {
  const name = 'upperdir=';
  const upper = mount.options.find((option) => option.startsWith(`${name}/`))?.slice(name.length);
  // The overlay shows the folder as it was given: with a backslash before backslashes, commas and colons.
  const below = upper === undefined ? null : facts.mountAt(upper.replace(/\\(.)/g, '$1'));
  if (below === null || below.id === mount.id) return null;
  return judgeMount(below, facts);
}

/**
 * Why nothing must be sealed in an open file, or null: it may. The descriptor names its mount exactly,
 * where a comparison of paths would fall for bind mounts and for mounts that hide one another.
 */
export function sealRefusalOf(descriptor: number): SealRefusal | null {
  if (process.platform !== 'linux') return { kind: 'not-linux' };
  return judgeMount(mountOf(descriptor), systemFacts);
}

/** The same for a folder, in which the file is not there yet. */
export function sealRefusalOfFolder(folder: string): SealRefusal | null {
  if (process.platform !== 'linux') return { kind: 'not-linux' };
  return judgeMount(systemFacts.mountAt(folder), systemFacts);
}

const systemFacts: SystemFacts = {
  journalOptions: (device) =>
    ifThere(() => {
      const name = basename(readlinkSync(`/sys/dev/block/${device}`));
      return readFileSync(`/proc/fs/ext4/${name}/options`, 'utf8').split('\n');
    }),
  mountAt: (folder) =>
    ifThere(() => {
      const descriptor = openSync(folder, constants.O_RDONLY | constants.O_DIRECTORY);
      try {
        return mountOf(descriptor);
      } finally {
        closeSync(descriptor);
      }
    }),
};

function mountOf(descriptor: number): Mount | null {
  return ifThere(() => {
    const id = parseMountId(readFileSync(`/proc/self/fdinfo/${descriptor}`, 'utf8'));
    const mounts = parseMountInfo(readFileSync('/proc/self/mountinfo', 'utf8'));
    return mounts.find((mount) => mount.id === id) ?? null;
  });
}

/** What cannot be looked up is unknown; only a bug throws on. */
function ifThere<Value>(read: () => Value): Value | null {
  try {
    return read();
  } catch (error) {
    if (isFileSystemError(error)) return null;
    throw error;
  }
}
