import type { ResidentsScreenStatus } from '../../../shared/contract/residents/screen-status.ts';
import type { KioskStatus } from '../../../shared/contract/status.ts';

/** What becomes of a resident's application when it ends without a card. */
export function whatEnds(
  hasBegun: boolean,
  { newOnesAreHeld }: Pick<KioskStatus, 'newOnesAreHeld'>,
): 'nothing' | 'held' | 'erased' {
  if (!hasBegun) return 'nothing';
  return newOnesAreHeld ? 'held' : 'erased';
}

/** What becomes of it when nobody touches the screen: also of one that waits to be opened again, or that a session left there when it died. */
export function whatIdleEnds(
  hasBegun: boolean,
  status: Pick<ResidentsScreenStatus, 'newOnesAreHeld' | 'residents' | 'openNext'>,
): 'nothing' | 'held' | 'erased' | 'locked' {
  const { setting, isNumberTaken } = status.residents;
  return setting === 'counter'
    ? 'locked'
    : whatEnds(hasBegun || !isNumberTaken || status.openNext !== null, status);
}
