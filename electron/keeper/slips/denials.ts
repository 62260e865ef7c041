import type { Denial } from '../../../shared/contract/denial.ts';
import type { EndingCount } from '../../../shared/contract/ending-count.ts';
import type { Occupant } from '../applications/occupants.ts';

/** A refusal, and who has looked at it. */
export interface StandingDenial extends Denial {
  readonly review: NonNullable<EndingCount['denied']>['review'];
}

/**
 * Refusals that stand, until their application ends. In memory only, with the session that refused: it ends, and nothing
 * tells any more for which reasons.
 */
export interface Denials {
  of(occupant: Occupant): StandingDenial | null;
  /** In the place of an earlier one. */
  stands(occupant: Occupant, denial: StandingDenial): void;
  /** Also what a supervisor has looked at and approved, and the clerk has not refused yet. */
  takeBack(occupant: Occupant): void;
  /** Something of the application was changed: a refusal, and a review, were about the application as it was. */
  changed(occupant: Occupant): void;
}

/** `staff`: what a supervisor has approved on a session's screen. */
export function createDenials(staff: { takeApproval(token: string, act: 'deny'): unknown }): Denials {
  const standing = new WeakMap<Occupant, StandingDenial>();
  function takeBack(occupant: Occupant): void {
    standing.delete(occupant);
    staff.takeApproval(occupant.session.token, 'deny');
  }
  return {
    of: (occupant) => standing.get(occupant) ?? null,
    stands(occupant, denial) {
      standing.set(occupant, denial);
    },
    takeBack,
    changed(occupant) {
      // Counted besides: an approval whose passphrase is still being looked at is not there yet to be taken away.
      occupant.changes += 1;
      takeBack(occupant);
    },
  };
}
