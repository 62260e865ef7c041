import { type ApplicationId, holdId } from '../../../shared/contract/ids.ts';
import { NOBODY } from '../../../shared/ledger/nobody.ts';
import type { Hold } from '../holds/hold.ts';
import type { Holds } from '../holds/holds.ts';

/** Not in any list: it stands for "nobody knows what this is, so it stays as it is". */
const FREEZE: Hold = {
  identifier: holdId.parse(NOBODY),
  ...{
    scope: 'all',
    reason: 'counsel-advice',
    since: 0,
    set_by: '',
    reference: null,
    frozen: 0,
    unsealed: 0,
  },
};

/**
 * The holds of a kiosk whose files may not fit together. Then all of it is kept as if a hold had frozen it: nothing opens, changes,
 * expires or ends. An erasure goes on only where the key is destroyed already, and not only by its row: what is left of it nobody can read.
 */
export function frozenWhere(
  isClosed: () => boolean,
  holds: Holds,
  hasKey: (application: ApplicationId) => boolean,
): Holds {
  return {
    ...holds,
    verdict(application, wipe) {
      if (!isClosed()) return holds.verdict(application, wipe);
      if (wipe === null) return { kind: 'frozen', hold: FREEZE, hasSealedKey: true };
      const isGone = wipe.done.includes('key-destroyed') && !hasKey(application);
      return isGone ? { kind: 'free' } : { kind: 'wipe-stopped', hold: FREEZE };
    },
    intake: () => (isClosed() ? { isStopped: true, keepsNewOnes: true } : holds.intake()),
  };
}
