import { useCallback, useMemo, useRef, useState } from 'react';
import type { KioskStatus } from '../../shared/contract/status.ts';
import type { Wizard } from './wizard-context.ts';

/**
 * Whether a legal hold keeps the open application. `refusedUnder`: the status that was known when the core refused to finish
 * it; null: it has not. A refusal may come before the status that has its hold, and a hold on chosen tickets is told by nothing
 * else: so it counts until another status has no hold at all.
 */
export function isHeld(status: KioskStatus, refusedUnder: KioskStatus | null): boolean {
  if (status.newOnesAreHeld) return true;
  return refusedUnder !== null && (refusedUnder === status || status.holds.length > 0);
}

/** What legal holds say of this application, and of every card: see `Wizard`. */
export function useHold(status: KioskStatus): Pick<Wizard, 'held' | 'cardsAreKept' | 'tellHeld'> {
  const latest = useRef(status);
  latest.current = status;
  const [refusedUnder, setRefusedUnder] = useState<KioskStatus | null>(null);
  const held = isHeld(status, refusedUnder);
  const cardsAreKept = status.holds.length > 0;
  const tellHeld = useCallback(() => setRefusedUnder(latest.current), []);
  return useMemo(() => ({ held, cardsAreKept, tellHeld }), [held, cardsAreKept, tellHeld]);
}
