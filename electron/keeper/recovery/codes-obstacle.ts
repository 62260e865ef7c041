import type { ApplicationId } from '../../../shared/contract/ids.ts';
import type { WayOn } from '../../../shared/misfit/misfit.ts';
import type { CodesUnusable } from '../staff/recover-staff.ts';
import type { RecoveryRows } from './recovery-rows.ts';

/** What says whether recovery codes work now. */
export interface ObstaclePort {
  readonly recovery: RecoveryRows;
  readonly filesFit: { now(): { readonly wayOn: WayOn } | null };
  readonly holds: { all(): readonly unknown[] };
  /** What the start found, by the ledger. */
  readonly found: { readonly ledger: { readonly holds: { readonly size: number } } };
  readonly vault: { allIds(): readonly ApplicationId[] };
  readonly custody: { applications(): readonly ApplicationId[] };
}

/**
 * Why recovery codes are not even looked at; null: they are. What is there would be opened by whoever comes in, so nothing may be there.
 *
 * Where the files do not fit, two supervisors by the ledger go on: an older vault has codes that have ended since, and whoever put it
 * back would be both. Where nobody can go on with these files, codes are looked at, and all that is there ends by them: nothing of it could
 * be finished, nor would it expire. Nothing that was signed has lifted a hold since the start then: where one stood by the ledger, it stands.
 */
export function codesObstacle({
  recovery,
  filesFit,
  holds,
  found,
  vault,
  custody,
}: ObstaclePort): CodesUnusable | null {
  if (recovery.codes() === null) return { kind: 'not-now' };
  if (holds.all().length > 0) return { kind: 'recovery-under-hold' };
  const misfit = filesFit.now();
  if (misfit !== null && misfit.wayOn !== 'other-files') return { kind: 'recovery-with-misfit' };
  if (misfit !== null) return found.ledger.holds.size > 0 ? { kind: 'recovery-under-hold' } : null;
  // Also what is being erased: a key that is not destroyed yet, and rows that are not deleted.
  const isAnythingThere = vault.allIds().length > 0 || custody.applications().length > 0;
  return isAnythingThere ? { kind: 'applications-open' } : null;
}
