import { unreachable } from '../../result.ts';
import { at, type Of, type Sentences } from './sentences.ts';

/** Where nothing can be kept. */
export function aboutPlace(
  problem: Of<
    | 'not-writable'
    | 'foreign-owner'
    | 'open-to-others'
    | 'not-a-folder'
    | 'not-a-plain-file'
    | 'dangling-link'
    | 'read-only-disk'
    | 'disk-full'
    | 'disk-error'
    | 'no-tmpfs'
  >,
): Sentences {
  switch (problem.kind) {
    case 'not-writable':
      return [
        'The kiosk is not allowed to use its data',
        'This account isn’t allowed to read and write where the kiosk keeps its data.',
        'Give this account the right to read and write there.',
        at(problem.path),
      ];
    case 'foreign-owner':
      return [
        'The kiosk’s data belongs to another account',
        'The kiosk was started from a different account than the one its data belongs to.',
        'Start it from the right account, or make this account the owner of the data folder.',
        at(problem.path),
      ];
    case 'open-to-others':
      return [
        'Other accounts can write to the kiosk’s data',
        'The data folder, or a file in it, lets other accounts write. They could put other files in its place.',
        'Take that right away from them. Then find out whether any file was changed.',
        at(problem.path),
      ];
    case 'not-a-plain-file':
      return [
        'Something else is where a file of the kiosk should be',
        'A link, a pipe, or a folder is in the place of a file. Counterfoil hasn’t opened it.',
        'Find out who put it there, and move it away.',
        at(problem.path),
      ];
    case 'not-a-folder':
      return [
        'Something else is where the data folder should be',
        'A file is in the place of the folder. Counterfoil hasn’t changed it.',
        'Move that file, or name another data-folder in the settings.',
        at(problem.path),
      ];
    case 'dangling-link':
      return [
        'The data folder is not reachable',
        'The link to it leads nowhere. Perhaps a disk isn’t attached.',
        'Attach the disk, or correct the link.',
        at(problem.path),
      ];
    case 'read-only-disk':
      return [
        'The disk is read-only',
        'The kiosk can’t write its data. A failing disk can turn read-only by itself.',
        'Check the disk, then make it writable.',
        at(problem.path),
      ];
    case 'disk-full':
      return [
        'The disk is full',
        'The kiosk has no room to write its data. None of its files was changed.',
        'Free some space on that disk. Don’t delete or move any file of the kiosk.',
        at(problem.path),
      ];
    case 'disk-error':
      return [
        'The disk reports an error',
        'The kiosk can’t read or write its data.',
        'Check the disk. Don’t delete or move any file of the kiosk.',
        at(problem.path, problem.code),
      ];
    case 'no-tmpfs':
      return [
        'This computer has no folder in memory',
        'Some files must never reach a disk, and there is no other place for them.',
        'Provide a writable tmpfs at /dev/shm, or name one in XDG_RUNTIME_DIR.',
        `Tried: ${problem.tried.join(', ')}`,
      ];
    default:
      return unreachable(problem);
  }
}
