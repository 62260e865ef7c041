import type { ApplicationId } from '../../../shared/contract/ids.ts';
import type { WayOn } from '../../../shared/misfit/misfit.ts';
import type { CodesUnusable } from '../staff/recover-staff.ts';
import type { RecoveryRows } from './recovery-rows.ts';

/** What says whether recovery codes work now. */
export interface ObstaclePort {
  readonly recovery: RecoveryRows;
  readonly filesFit: { now(): { readonly wayOn: WayOn } | null };
  readonly holds: { all(): readonly unknown[] };
  readonly vault: { allIds(): readonly ApplicationId[] };
  readonly custody: { applications(): readonly ApplicationId[] };
}

/**
 * Why recovery codes are not even looked at; null: they are. What is there would be opened by whoever comes in, so nothing may be there.
 *
 * Where the files do not fit, two supervisors by the ledger go on: an older vault has codes that have ended since, and whoever put it
 * back would be both. Where nobody can go on with these files, codes are looked at, and all that is there ends by them: nothing of it could
 * be finished, nor would it expire.
 */
export function codesObstacle({
  recovery,
  filesFit,
  holds,
  vault,
  custody,
}: ObstaclePort): CodesUnusable | null {
  if (recovery.codes() === null) return { kind: 'not-now' };
  if (holds.all().length > 0) return { kind: 'recovery-under-hold' };
  const misfit = filesFit.now();
  if (misfit !== null) return misfit.wayOn === 'other-files' ? null : { kind: 'recovery-with-misfit' };
  // Also what is being erased: a key that is not destroyed yet, and rows that are not deleted.
  const isAnythingThere = vault.allIds().length > 0 || custody.applications().length > 0;
  return isAnythingThere ? { kind: 'applications-open' } : null;
}
