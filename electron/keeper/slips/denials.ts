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
  takeBack(occupant: Occupant): void;
}

export function createDenials(): Denials {
  const standing = new WeakMap<Occupant, StandingDenial>();
  return {
    of: (occupant) => standing.get(occupant) ?? null,
    stands(occupant, denial) {
      standing.set(occupant, denial);
    },
    takeBack(occupant) {
      standing.delete(occupant);
    },
  };
}
