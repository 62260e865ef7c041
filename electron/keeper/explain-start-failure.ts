import type { SealRefusal } from '../../shared/contract/custody.ts';
import { unreachable } from '../../shared/result.ts';
import type { StartFailure } from './run-keeper.ts';

const MISMATCHES: readonly string[] = ['lost', 'other-kiosk', 'broken', 'of-rehearsal', 'of-residents'];

type FileFailure = Exclude<StartFailure, { readonly file: 'none' }>['failure'];

/** Why the keeper does not start, in one sentence, and what to do. Nothing was changed. */
export function explainStartFailure(failed: StartFailure): string {
  if (failed.file === 'none')
    return 'This machine has no tmpfs: what must never reach a disk would have no place.';
  // Whether two files belong together is seen only when both are open, and opening writes into their headers.
  const untouched = MISMATCHES.includes(failed.failure.kind)
    ? 'No entry in it was changed.'
    : 'It was left exactly as it is.';
  return `The ${failed.file} file cannot be used: ${reasonOf(failed.failure)}. ${untouched} Restore the right file, or move it away yourself to begin with an empty one.`;
}

function reasonOf(failure: FileFailure): string {
  switch (failure.kind) {
    case 'lost':
      return 'this kiosk has served people, but its ledger is gone';
    case 'other-kiosk':
      return 'vault and ledger belong to two different kiosks';
    case 'broken':
      return 'its last entries do not hold; check a copy with “npm run ledger -- verify”';
    case 'of-rehearsal':
      return 'it is the ledger of a rehearsal, whose people are invented, and this kiosk is for residents';
    case 'of-residents':
      return 'it is not the ledger of a rehearsal, and this program only rehearses with invented people';
    case 'foreign':
      return 'reason' in failure ? `it is not ours (${failure.reason})` : 'it is not ours';
    case 'corrupt':
      return `it is damaged (${failure.reason})`;
    case 'newer':
      return 'it was written by a newer version of this program';
    case 'older':
      return 'it was written by an older version of this program';
    case 'locked':
      return 'another program has it open';
    case 'unwritable':
      return `the disk does not take writes (${failure.code})`;
    case 'wrong-size':
      return `it has ${failure.bytes} bytes, which is no whole number of key slots`;
    case 'not-a-file':
      return 'it is not a plain file';
    case 'two-slots':
      return 'one application has two keys in it, which no kiosk writes';
    case 'refused':
      return refusalInWords(failure.reason);
    default:
      return unreachable(failure);
  }
}

function refusalInWords(reason: SealRefusal): string {
  switch (reason.kind) {
    case 'copy-on-write':
      return `it lies on ${reason.fileSystem}, where what is overwritten stays on the disk`;
    case 'data-journal':
      return 'it lies on ext4 with data=journal, where what is overwritten stays in the journal';
    case 'unknown-file-system':
      return `nobody has measured whether ${reason.fileSystem} overwrites in place`;
    case 'not-linux':
      return 'keys are sealed on Linux only';
    default:
      return unreachable(reason);
  }
}
