import type { SealRefusal } from '../../contract/custody.ts';
import { unreachable } from '../../result.ts';
import type { KioskFile } from '../start-problem.ts';
import { at, type Of, type Sentences } from './sentences.ts';

const NAMES: Readonly<Record<KioskFile, string>> = {
  vault: 'vault',
  ledger: 'ledger',
  keys: 'key file',
  signing: 'file of the signing key',
};

/** Said only where a file is really not readable as ours: what is merely locked or full must never be moved. */
const START_OVER =
  'Put the right file back. To start with an empty kiosk instead, move the whole data folder elsewhere and keep it.';
const UNTOUCHED = 'Counterfoil hasn’t changed it.';
const OTHER_VERSION = 'This version of Counterfoil can’t use it, and hasn’t changed it.';

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
    | 'keys-place'
  >,
): Sentences {
  switch (problem.kind) {
    case 'locked':
      return [
        'Counterfoil is already running',
        'Another Counterfoil on this computer is using the same data.',
        'Use the one that is running, or end it first.',
        at(problem.path),
      ];
    case 'foreign-file':
      return [
        `The ${NAMES[problem.file]} is not readable`,
        `What is in its place isn’t a Counterfoil ${NAMES[problem.file]}. ${UNTOUCHED}`,
        START_OVER,
        at(problem.path, problem.reason),
      ];
    case 'damaged':
      if (problem.file === 'holds')
        return [
          'The file of legal holds is damaged',
          `Legal holds that were set while files didn’t fit together may be in it. ${UNTOUCHED}`,
          'Put the right file back. If it’s lost, ask counsel. Then move it away, start, and set those legal holds again.',
          at(problem.path, problem.reason),
        ];
      return [
        `The ${NAMES[problem.file]} is damaged`,
        `Part of it can’t be read. ${UNTOUCHED}`,
        START_OVER,
        at(problem.path, problem.reason),
      ];
    case 'newer':
      return [
        `The ${NAMES[problem.file]} is from a newer version`,
        OTHER_VERSION,
        'Install the version that wrote it, or a later one.',
        at(problem.path),
      ];
    case 'older':
      return [
        `The ${NAMES[problem.file]} is from an older version`,
        OTHER_VERSION,
        'Install the version that wrote it.',
        at(problem.path),
      ];
    case 'missing':
      return [
        `The ${NAMES[problem.file]} of this kiosk is missing`,
        `The data folder holds other files of a kiosk, but its ${NAMES[problem.file]} isn’t there, or is empty. Counterfoil hasn’t changed the other files.`,
        'Find out who moved it, and put it back.',
        at(problem.path),
      ];
    case 'other-kiosk':
      return [
        'The vault and the ledger do not match',
        'They are from two different kiosks. No entry was changed.',
        'Put back the two files that match.',
        at(problem.path),
      ];
    case 'broken-ledger':
      return [
        'The ledger does not match its signature',
        'Someone, or a failing disk, changed its last entries. This start changed no entry.',
        'Keep a copy of the data folder. In Counterfoil’s source folder, check it with npm run ledger -- verify FILE.',
        at(problem.path),
      ];
    case 'keys-place':
      return [
        'Keys cannot be destroyed on this disk',
        `The kiosk keeps keys on disk, but ${whyNoKeys(problem.reason)}.`,
        'Move the data folder to a disk with ext4 or XFS.',
        at(problem.path),
      ];
    default:
      return unreachable(problem);
  }
}

function whyNoKeys(reason: SealRefusal): string {
  switch (reason.kind) {
    case 'copy-on-write':
      return `${reason.fileSystem} keeps old copies of overwritten data`;
    case 'data-journal':
      return 'ext4 with data=journal keeps old copies of overwritten data';
    case 'unknown-file-system':
      return `nobody has measured whether ${reason.fileSystem} keeps old copies of overwritten data`;
    case 'not-linux':
      return 'that works on Linux only';
    default:
      return unreachable(reason);
  }
}
