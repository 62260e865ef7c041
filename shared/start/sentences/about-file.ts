import type { SealRefusal } from '../../contract/custody.ts';
import { unreachable } from '../../result.ts';
import type { KioskFile } from '../start-problem.ts';
import type { Of, Sentences } from './sentences.ts';

const NAMES: Readonly<Record<KioskFile, string>> = { vault: 'vault', ledger: 'ledger', keys: 'key file' };

/** Said only where a file is really not readable as ours: what is merely locked or full must never be moved. */
const START_OVER =
  'Put the right file back. To begin with an empty kiosk instead, move the whole data folder away yourself and keep it.';
const UNTOUCHED = 'It was left exactly as it is.';

/** What is wrong with a file of the kiosk, or between two. */
export function aboutFile(
  problem: Of<
    | 'locked'
    | 'foreign-file'
    | 'damaged'
    | 'newer'
    | 'older'
    | 'missing'
    | 'other-kiosk'
    | 'broken-ledger'
    | 'of-rehearsal'
    | 'of-residents'
    | 'keys-place'
  >,
): Sentences {
  switch (problem.kind) {
    case 'locked':
      return [
        'Counterfoil is already running',
        'Another Counterfoil on this computer is using the same data.',
        'Use the one that is running, or end it first.',
        `the ${NAMES[problem.file]} is locked`,
      ];
    case 'foreign-file':
      return [
        `The ${NAMES[problem.file]} can’t be read`,
        `What is in its place is not a Counterfoil ${NAMES[problem.file]}. ${UNTOUCHED}`,
        START_OVER,
        problem.reason,
      ];
    case 'damaged':
      return [
        `The ${NAMES[problem.file]} is damaged`,
        `Part of it can’t be read. ${UNTOUCHED}`,
        START_OVER,
        problem.reason,
      ];
    case 'newer':
      return [
        `The ${NAMES[problem.file]} is from a newer version`,
        `A newer Counterfoil wrote it. ${UNTOUCHED}`,
        'Install that version, or a later one.',
      ];
    case 'older':
      return [
        `The ${NAMES[problem.file]} is from an older version`,
        `An older Counterfoil wrote it. ${UNTOUCHED}`,
        'Install the version that wrote it.',
      ];
    case 'missing':
      return [
        `The ${NAMES[problem.file]} of this kiosk is missing`,
        `The data folder holds other files of a kiosk, but not its ${NAMES[problem.file]}. They were left as they are.`,
        'Find out who moved it, and put it back.',
      ];
    case 'other-kiosk':
      return [
        'The vault and the ledger don’t match',
        'They are from two different kiosks. No entry was changed.',
        'Put back the two files that go together.',
      ];
    case 'broken-ledger':
      return [
        'The ledger doesn’t match its signature',
        'Its last entries were changed or damaged. No entry was changed by this start.',
        'Keep a copy of the data folder. Check the ledger with the verify command.',
      ];
    case 'of-rehearsal':
      return [
        'The data is from a rehearsal',
        'The people in it are invented, and this kiosk is for residents. No entry was changed.',
        'Set COUNTERFOIL_DATA to the folder of this kiosk.',
      ];
    case 'of-residents':
      return [
        'The data is a real kiosk’s',
        'This program only rehearses with invented people. No entry was changed.',
        'Set COUNTERFOIL_DATA to a folder for rehearsals.',
      ];
    case 'keys-place':
      return [
        'Keys can’t be destroyed on this disk',
        `The kiosk keeps keys on disk, but ${whyNoKeys(problem.reason)}.`,
        'Move the data folder to a disk with ext4 or XFS.',
      ];
    default:
      return unreachable(problem);
  }
}

function whyNoKeys(reason: SealRefusal): string {
  switch (reason.kind) {
    case 'copy-on-write':
      return `on ${reason.fileSystem} what is overwritten stays on the disk`;
    case 'data-journal':
      return 'on ext4 with data=journal what is overwritten stays in the journal';
    case 'unknown-file-system':
      return `nobody has measured whether ${reason.fileSystem} overwrites in place`;
    case 'not-linux':
      return 'it does so on Linux only';
    default:
      return unreachable(reason);
  }
}
