import { readCardNaming } from '../../../shared/card/number/card-naming.ts';

/** A scanner sends its characters a few milliseconds apart; no hand is that fast. */
export const SCANNER_GAP_MILLISECONDS = 20;

/** What a key press is part of. */
export type Press =
  /** Nothing came right before it: what stands in the fields now is what a burst would be added to. */
  | 'begins'
  /** More of what began; not a card so far. */
  | 'goes-on'
  /** It completes a card's number that a scanner sends, or comes right behind one: the scanner's Enter or Tab. */
  | 'card';

/** Tells a scanned card from typing, by the gaps between keys and by the number's own check character. */
export interface ScanWatch {
  /** `at`: milliseconds, as events have them. */
  press(key: string, at: number): Press;
}

export function createScanWatch(): ScanWatch {
  let burst = '';
  let isCard = false;
  let previousAt = Number.NEGATIVE_INFINITY;
  return {
    press(key, at) {
      const begins = at - previousAt >= SCANNER_GAP_MILLISECONDS;
      previousAt = at;
      if (begins) [burst, isCard] = ['', false];
      // Shift comes with each capital of a scanner that has no Caps Lock.
      if ([...key].length === 1) burst += key;
      const naming = readCardNaming(burst);
      // Digits alone are a library card or a telephone number: one card in 90,000 has no letter.
      isCard ||= naming.kind === 'whole' && /[A-Z]/.test(naming.characters);
      return begins ? 'begins' : isCard ? 'card' : 'goes-on';
    },
  };
}
