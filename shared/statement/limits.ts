import { unreachable } from '../result.ts';

/**
 * How far files are looked into in places that others use as well, where their names are not the kiosk's: so many of each
 * place, and of each one so many bytes from its beginning.
 */
export const ofOtherNames = { entries: 2_000, bytes: 65_536 } as const;

/** What a machine cannot say of itself, in the order of the paper. */
export const limits = [
  'memory-of-programs',
  'printer-memory',
  'print-server',
  'deleted-blocks',
  'other-folders',
  'compressed-copies',
  'copies-elsewhere',
  'other-kiosks',
  'other-vendors',
  'paper',
  'cameras',
] as const;
export type Limit = (typeof limits)[number];

/** Each as a sentence of the paper. */
export function limitInWords(limit: Limit): string {
  switch (limit) {
    case 'memory-of-programs':
      return 'The memory of running programs, and swap space, weren’t searched.';
    case 'printer-memory':
      return 'What a printer keeps in its own memory or on its ribbon can’t be read from here.';
    case 'print-server':
      return 'Folders of the print server belong to another account. They weren’t searched.';
    case 'deleted-blocks':
      return 'Blocks of the disk that belong to no file weren’t searched.';
    case 'other-folders':
      return 'Folders that this paper doesn’t name weren’t searched. Among them: the home folder of this kiosk’s account, /var/tmp, the system’s logs, and where the system keeps memory dumps.';
    case 'compressed-copies':
      return 'A copy inside a compressed or encrypted file wouldn’t be recognized.';
    case 'copies-elsewhere':
      return 'Backups, disk images, and USB drives that aren’t in this kiosk’s folders can’t be seen from here.';
    case 'other-kiosks':
      return 'This statement is about this kiosk alone. Other kiosks make their own.';
    case 'other-vendors':
      return 'Records of other systems are unknown here: appointments, library, transit, payment, and card vendors.';
    case 'paper':
      return 'Paper in the room is unknown here, including what this kiosk printed.';
    case 'cameras':
      return 'Cameras and microphones in the room are unknown here.';
    default:
      return unreachable(limit);
  }
}
