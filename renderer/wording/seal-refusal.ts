import { t } from '@lingui/core/macro';
import type { SealRefusal } from '../../shared/contract/custody.ts';
import { unreachable } from '../../shared/result.ts';

/** Why keys cannot be sealed on this disk, and who can change it. */
export function sealRefusalInWords(reason: SealRefusal): string {
  switch (reason.kind) {
    case 'copy-on-write': {
      const { fileSystem } = reason;
      return t({
        message: `Not possible on this disk: ${fileSystem} keeps old copies of overwritten data, so a destroyed key would still be there. Your IT staff can move the kiosk’s files to ext4 or XFS.`,
        comment:
          'Why keys can’t be kept on disk. {fileSystem} is the name of a kind of file system, like btrfs.',
      });
    }
    case 'data-journal':
      return t`Not possible on this disk: it is mounted with data=journal, which keeps copies of destroyed keys. Your IT staff can mount it without that option.`;
    case 'unknown-file-system': {
      const { fileSystem } = reason;
      return t({
        message: `Not possible on this disk: nobody has tested whether its file system (${fileSystem}) keeps copies of destroyed keys. Your IT staff can move the kiosk’s files to ext4 or XFS.`,
        comment:
          'Why keys can’t be kept on disk. {fileSystem} is the name of a kind of file system, like ntfs.',
      });
    }
    case 'not-linux':
      return t`Not possible on this computer: it needs Linux.`;
    default:
      return unreachable(reason);
  }
}
