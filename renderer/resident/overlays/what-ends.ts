import type { KioskStatus } from '../../../shared/contract/status.ts';

/** What becomes of a resident's application when it ends without a card. */
export function whatEnds(
  hasBegun: boolean,
  { newOnesAreHeld }: Pick<KioskStatus, 'newOnesAreHeld'>,
): 'nothing' | 'held' | 'erased' {
  if (!hasBegun) return 'nothing';
  return newOnesAreHeld ? 'held' : 'erased';
}
