import type { Hand } from './hand.ts';

/** One thing that somebody at the counter may try, to get somewhere else than to the kiosk. */
export interface Escape {
  readonly name: string;
  go(hand: Hand): Promise<void>;
}
