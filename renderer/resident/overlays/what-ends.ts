import type { ResidentsEnding } from '../../../shared/contract/residents/last-ending.ts';
import type { ResidentsScreenStatus } from '../../../shared/contract/residents/screen-status.ts';
import type { KioskStatus } from '../../../shared/contract/status.ts';
import { unreachable } from '../../../shared/result.ts';
import type { IdleEnd } from '../../wording/resident/promises.ts';

/** What becomes of a resident's application when it ends without a card. */
export function whatEnds(
  hasBegun: boolean,
  { newOnesAreHeld }: Pick<KioskStatus, 'newOnesAreHeld'>,
): 'nothing' | 'held' | 'erased' {
  if (!hasBegun) return 'nothing';
  return newOnesAreHeld ? 'held' : 'erased';
}

/**
 * What becomes of the screen when nobody touches it: also of an application that waits to be opened again, or that a session left there when it died. `told`: what the screen
 * tells of one that ended.
 */
export function whatIdleEnds(
  hasBegun: boolean,
  told: ResidentsEnding['kind'],
  status: Pick<ResidentsScreenStatus, 'newOnesAreHeld' | 'residents' | 'openNext'>,
): IdleEnd {
  const { setting, isNumberTaken } = status.residents;
  const isAtStake = hasBegun || !isNumberTaken || status.openNext !== null;
  if (setting === 'counter') return isAtStake ? 'locked' : 'locked-empty';
  if (isAtStake) return whatEnds(true, status);
  switch (told) {
    case 'none':
      return 'nothing';
    case 'ticket':
      return 'waits';
    case 'left':
      return 'told';
    default:
      return unreachable(told);
  }
}
