import type { SealRefusal } from '../../contract/custody.ts';
import { unreachable } from '../../result.ts';
import { declareCheck, remedy } from '../check.ts';
import { type Finding, fail, pass, warn } from '../finding.ts';

export const fileSystem = declareCheck({
  id: 'file-system',
  title: 'File system of the data folder',
  why: 'Where a file system writes beside what it replaces, a key that was overwritten stays on the disk.',
  goLive: { kind: 'stops', whenUnknown: 'stops' },
  remedies: {
    move: 'Make an ext4 file system, mount it, and move the data folder {folder} onto it while the kiosk is not running.',
    journal:
      'Run `tune2fs -o ^journal_data DEVICE` as root, remove `data=journal` from `/etc/fstab`, and restart.',
    memory: 'Move {folder} to a disk, unless a power cut is meant to take ledger and vault with it.',
  },
});

export interface FileSystemFacts {
  readonly folder: string;
  /** What it lies on: `ext4`, `tmpfs`…, or `unknown`. */
  readonly name: string;
  /** Why the kiosk would seal no key there, or null. */
  readonly refusal: SealRefusal | null;
}

export function judgeFileSystem({ folder, name, refusal }: FileSystemFacts): Finding {
  const move = remedy(fileSystem.remedies.move, { folder });
  if (refusal === null) {
    if (name === 'tmpfs')
      return warn(
        'The data folder is in memory: a power cut empties it.',
        remedy(fileSystem.remedies.memory, { folder }),
      );
    return name === 'overlay'
      ? warn('The data folder is on an overlay, as in a container. No kiosk has one.', move)
      : pass(`The data folder is on ${name}.`);
  }
  switch (refusal.kind) {
    case 'copy-on-write':
      return fail(`The data folder is on ${refusal.fileSystem}, which never overwrites in place.`, move);
    case 'data-journal':
      return fail(
        'The data folder is on a file system whose journal has a copy of the data.',
        fileSystem.remedies.journal,
      );
    case 'unknown-file-system':
      return fail(
        refusal.fileSystem === 'unknown'
          ? 'This account can’t tell what the data folder lies on.'
          : `The data folder is on ${refusal.fileSystem}, which nobody has measured for this kiosk.`,
        move,
      );
    case 'not-linux':
      return fail('This is not Linux: what the kiosk promises was measured there only.', move);
    default:
      return unreachable(refusal);
  }
}
