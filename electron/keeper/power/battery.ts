import { isTooLowForCard, type PowerSupply } from '../../../shared/power/power-source.ts';

/** Whether the computer runs on a battery that has too little for a card. */
export interface Battery {
  /** As it was at most ten seconds ago: what the screens are told. */
  isLow(): boolean;
  /** As it is now: asked before each card. */
  isLowNow(): boolean;
}

/** Some batteries answer slowly, and the screens ask at each change of anything. */
const AGE_MILLISECONDS = 10_000;

/** `supplies`: reads them anew; null: they can't be listed. */
export function createBattery(
  supplies: () => readonly PowerSupply[] | null,
  clock: { uptime(): number },
): Battery {
  let last: { readonly at: number; readonly isLow: boolean } | null = null;

  function isLowNow(): boolean {
    const isLow = isTooLowForCard(supplies());
    last = { at: clock.uptime(), isLow };
    return isLow;
  }

  return {
    isLowNow,
    isLow: () => (last === null || clock.uptime() - last.at >= AGE_MILLISECONDS ? isLowNow() : last.isLow),
  };
}
