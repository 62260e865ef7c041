import type { Custody, openCustody as OpenCustody } from '../../../electron/keeper/custody/custody.ts';
import { openCustody } from '../../../electron/keeper/custody/custody.ts';
import { ok } from '../../../shared/result.ts';
import type { Sabotage } from '../order.ts';
import { openRenamingCustody } from './renaming-custody.ts';
import { tell } from './tell.ts';

/** Tells every key that is made: the disk is searched for all of them. */
function witnessed(custody: Custody): Custody {
  return {
    ...custody,
    create(application, kind) {
      const created = custody.create(application, kind);
      const key = custody.open(application);
      if (key.ok) tell({ kind: 'key', application, key: Buffer.from(key.value).toString('hex') });
      return created;
    },
  };
}

/** Says "destroyed" and destroys nothing. What a start scrubs is still scrubbed: the lie alone must be found. */
function keeping(custody: Custody): Custody {
  const claimed = new Set<string>();
  return {
    ...custody,
    destroy(application) {
      claimed.add(application);
      return true;
    },
    has: (application) => !claimed.has(application) && custody.has(application),
  };
}

/** The product's own custody with the witness around it, or a sabotaged one. */
export function custodyWith(sabotage: Sabotage | null): typeof OpenCustody {
  return (options) => {
    const opened = sabotage === 'rename-slot' ? openRenamingCustody(options) : openCustody(options);
    if (!opened.ok) return opened;
    return ok(witnessed(sabotage === 'keep-key' ? keeping(opened.value) : opened.value));
  };
}
