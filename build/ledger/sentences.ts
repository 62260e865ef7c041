import type { OpenFailure } from '../../electron/keeper/database/open-failure.ts';
import type { BrokenLedger } from '../../electron/keeper/ledger/ledger.ts';
import { unreachable } from '../../shared/result.ts';

/** Why an entry does not hold, in one sentence that names it. */
export function sentenceOfBroken({ sequence, reason }: BrokenLedger): string {
  switch (reason) {
    case 'changed':
      return `Entry ${sequence} is not what was written there: it was altered, dropped, or changed places.`;
    case 'missing':
      return `Entry ${sequence} is missing, though later ones are there.`;
    case 'out-of-order':
      return `Before entry ${sequence} stands one that does not belong there.`;
    case 'unreadable':
      return `Entry ${sequence} is none that a ledger can hold.`;
    case 'unsigned':
      return `From entry ${sequence} on, nothing is signed by the kiosk: it was added without the kiosk’s key, or the signature was taken away.`;
    case 'bad-signature':
      return `At entry ${sequence} the signature is not the kiosk’s over this ledger: something up to there was written without the kiosk’s key.`;
    case 'truncated':
      return `Entry ${sequence} was there once and is gone: the ledger was cut off before it.`;
    case 'wrong-key':
      return `Entry ${sequence} names another kiosk or key than the one that signs here, or than the checkpoint’s or the fingerprint’s.`;
    case 'rebuilt':
      return `Up to entry ${sequence} this is another ledger than the one that the checkpoint was taken from.`;
    default:
      return unreachable(reason);
  }
}

/** Why a file could not be read, in one sentence. */
export function sentenceOfFailure(path: string, failure: OpenFailure): string {
  switch (failure.kind) {
    case 'foreign':
      return `${path} is no ledger of a kiosk (${failure.reason}).`;
    case 'corrupt':
      return `${path} is a ledger, but damaged (${failure.reason}).`;
    case 'newer':
      return `${path} was written by a newer version (${failure.found}); this one reads version ${failure.expected}.`;
    case 'older':
      return `${path} was written by an older version (${failure.found}); this one reads version ${failure.expected}.`;
    case 'locked':
      return `${path} is in use by a running kiosk: verify and export on the supervisor’s screen there, or use a copy of the file.`;
    case 'unwritable':
      if (failure.code === 'ENOENT') return `${path} does not exist.`;
      if (failure.code === 'SQLITE_READONLY_ROLLBACK') {
        return `${path} was left in the middle of a write, and reading must not change it: start the kiosk once, or take a copy without its journal.`;
      }
      return `${path} cannot be read (${failure.code}).`;
    default:
      return unreachable(failure);
  }
}
