import { declareCheck } from '../check.ts';
import { type Finding, notRun, pass, warn } from '../finding.ts';
import type { Storage } from '../storage.ts';

export const diskEncryption = declareCheck({
  id: 'disk-encryption',
  title: 'Encryption of the disk',
  why: 'Ciphertext, ledger and staff records on a disk that is stolen or thrown away can be read unless it is encrypted.',
  goLive: { kind: 'advice' },
  remedies: {
    encrypt:
      'Install the system with “encrypted LVM”, or move the data folder onto a LUKS device (`cryptsetup luksFormat`).',
  },
});

/** `storage`: below the data folder. */
export function judgeDiskEncryption(storage: Storage): Finding {
  switch (storage) {
    case 'encrypted':
    case 'one-time-key':
      return pass('The disk of the data folder is encrypted by the kernel.');
    case 'memory':
      return pass('The data folder is on no disk.');
    case 'plain':
      return warn(
        'The kernel doesn’t encrypt the disk of the data folder. A disk that does it by itself isn’t seen here.',
        diskEncryption.remedies.encrypt,
      );
    case 'unknown':
      return notRun('Nothing shows what the data folder’s file system lies on.');
  }
}
