import { unreachable } from '../result.ts';

/** What a machine cannot say of itself, in the order of the paper. */
export const limits = [
  'memory-of-programs',
  'printer-memory',
  'print-server',
  'deleted-blocks',
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
      return 'The memory of running programs, and swap space, were not searched.';
    case 'printer-memory':
      return 'What a printer keeps in its own memory or on its ribbon can’t be read from here.';
    case 'print-server':
      return 'Folders of the print server belong to another account. Where this kiosk may not read them, they were not searched.';
    case 'deleted-blocks':
      return 'Blocks of the disk that belong to no file were not searched.';
    case 'compressed-copies':
      return 'A copy inside a compressed or encrypted file would not be recognized.';
    case 'copies-elsewhere':
      return 'Backups, disk images, and USB drives that are not in this kiosk’s folders can’t be seen from here.';
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
