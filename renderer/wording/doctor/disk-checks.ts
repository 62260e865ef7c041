import { t } from '@lingui/core/macro';
import type { ChecksInWords } from './check-words.ts';

/** Checks of disks and folders. */
export const diskChecks = {
  'file-system': () => ({
    title: t({
      message: 'File system of the data folder',
      comment: 'Name of a check of this computer, in a table and in the ledger.',
    }),
    why: t({
      message:
        'Where a file system writes beside what it replaces, a key that was overwritten stays on the disk.',
      comment: 'Why the check “File system of the data folder” of this computer matters.',
    }),
  }),
  'data-folder': () => ({
    title: t({
      message: 'Owner and rights of the data folder',
      comment: 'Name of a check of this computer, in a table and in the ledger.',
    }),
    why: t({
      message:
        'The data folder has encrypted applications and the kiosk’s sealed keys. Whoever may read it and knows one staff passphrase could open them, and sign in the kiosk’s name.',
      comment: 'Why the check “Owner and rights of the data folder” of this computer matters.',
    }),
  }),
  'disk-space': () => ({
    title: t({
      message: 'Room on the disk',
      comment: 'Name of a check of this computer, in a table and in the ledger.',
    }),
    why: t({
      message:
        'Without room no new application can start, and an erasure that can’t be saved locks the kiosk.',
      comment: 'Why the check “Room on the disk” of this computer matters.',
    }),
  }),
  'disk-encryption': () => ({
    title: t({
      message: 'Encryption of the disk',
      comment: 'Name of a check of this computer, in a table and in the ledger.',
    }),
    why: t({
      message: 'What is on a disk that isn’t encrypted can be read by whoever steals it or finds it.',
      comment: 'Why the check “Encryption of the disk” of this computer matters.',
    }),
  }),
  'temporary-folders': () => ({
    title: t({
      message: 'Temporary folders',
      comment: 'Name of a check of this computer, in a table and in the ledger.',
    }),
    why: t({
      message:
        'Printer drivers and system programs leave files there. On a disk, those are still there after a restart.',
      comment: 'Why the check “Temporary folders” of this computer matters.',
    }),
  }),
  'system-log': () => ({
    title: t({
      message: 'The system’s log',
      comment: 'Name of a check of this computer, in a table and in the ledger.',
    }),
    why: t({
      message:
        'The log keeps for months in which minute a printer was busy. Beside a camera’s film, it tells who was served.',
      comment: 'Why the check “The system’s log” of this computer matters.',
    }),
  }),
  'usb-drives': () => ({
    title: t({
      message: 'USB drives in use',
      comment: 'Name of a check of this computer, in a table and in the ledger.',
    }),
    why: t({
      message:
        'A drive that stays in the kiosk can be carried away with what was saved to it, and no one misses it.',
      comment: 'Why the check “USB drives in use” of this computer matters.',
    }),
  }),
  flash: () => ({
    title: t({
      message: 'Flash memory',
      comment: 'Name of a check of this computer, in a table and in the ledger. An SSD or a memory card.',
    }),
    why: t({
      message: 'Flash memory keeps what was erased until it’s told which blocks are free.',
      comment: 'Why the check “Flash memory” of this computer matters.',
    }),
  }),
  'unit-writes': () => ({
    title: t({
      message: 'Folders that the kiosk may write to',
      comment: 'Name of a check of this computer, in a table and in the ledger.',
    }),
    why: t({
      message: 'The system lets the kiosk write to a few folders. With its data elsewhere, it doesn’t start.',
      comment: 'Why the check “Folders that the kiosk may write to” of this computer matters.',
    }),
  }),
} as const satisfies ChecksInWords;
