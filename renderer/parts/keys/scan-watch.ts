import { readCardNaming } from '../../../shared/card/number/card-naming.ts';

/** A scanner sends its characters a few milliseconds apart; no hand is that fast. */
export const SCANNER_GAP_MILLISECONDS = 20;

/**
 * Many scanners can be set to wait before the key that they send behind the last character, for terminals that are slow: up
 * to 100 ms, and the machine that hears it may be busy as well.
 */
export const TERMINATOR_MILLISECONDS = 250;

/** So many characters at a scanner's speed are a scan: a hand has two or three keys that roll under it at once, not four. */
const SCANNED_CHARACTERS = 4;

const TERMINATORS: ReadonlySet<string> = new Set(['Enter', 'Tab', ' ']);

/** Characters that came at a scanner's speed. */
export interface Burst {
  readonly characters: number;
  /** When the last of them came: milliseconds, as events have them. */
  readonly lastAt: number;
}

/** Whether a key that came by itself is still what a scanner sends behind its characters. */
export function isLateTerminator(key: string, at: number, { characters, lastAt }: Burst): boolean {
  const isSoon = at - lastAt <= TERMINATOR_MILLISECONDS;
  return TERMINATORS.has(key) && characters >= SCANNED_CHARACTERS && isSoon;
}

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
  /** The last number in the burst so far whose check character agrees, of digits alone as well; null: none. */
  number(): string | null;
}

export function createScanWatch(): ScanWatch {
  let burst = '';
  let isCard = false;
  let number: string | null = null;
  let previousAt = Number.NEGATIVE_INFINITY;
  let lastAt = Number.NEGATIVE_INFINITY;
  return {
    press(key, at) {
      const isLate = isLateTerminator(key, at, { characters: burst.length, lastAt });
      const begins = at - previousAt >= SCANNER_GAP_MILLISECONDS && !isLate;
      previousAt = at;
      if (begins) [burst, isCard, number] = ['', false, null];
      // Shift comes with each capital of a scanner that has no Caps Lock.
      if ([...key].length === 1 && !isLate) [burst, lastAt] = [burst + key, at];
      const naming = readCardNaming(burst);
      // Digits alone are a library card or a telephone number: one card in 90,000 has no letter.
      isCard ||= naming.kind === 'whole' && /[A-Z]/.test(naming.characters);
      number = naming.kind === 'whole' ? naming.characters : null;
      return begins ? 'begins' : isCard ? 'card' : 'goes-on';
    },
    number: () => number,
  };
}
