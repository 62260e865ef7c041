import { SECOND_PRESS_MILLISECONDS } from '../../../shared/second-press.ts';
import { type Burst, isLateTerminator, SCANNER_GAP_MILLISECONDS } from './scan-watch.ts';

/** What is looked at of a key press; times in milliseconds, as events have them. */
interface KeyPress {
  readonly key: string;
  readonly isTrusted: boolean;
  readonly repeat: boolean;
  readonly timeStamp: number;
}

/** Held or pressed for another key: on some keyboards a digit needs Shift. */
const CHORD_KEYS: ReadonlySet<string> = new Set(['Shift', 'AltGraph', 'CapsLock']);

/** Whether what follows this key at once still came alone. In a burst it counts like any other: a scanner sends it. */
function beginsChord({ key }: Pick<KeyPress, 'key'>, isAlone: boolean): boolean {
  return isAlone && CHORD_KEYS.has(key);
}

const NO_BURST: Burst = { characters: 0, lastAt: Number.NEGATIVE_INFINITY };

/** Tells hands from scanners by what came right before a key: Enter, Tab and Space also by what came a while before. */
export interface KeyWatch {
  /** Each press, before anything acts on it. */
  hear(press: KeyPress): void;
  /** Nothing came right before it. */
  isAlone(press: KeyPress): boolean;
  /** Whether the press can only come from a hand: not from a script, not from a held key, and alone. */
  isByHand(press: KeyPress): boolean;
  /**
   * Whether it ends characters as a scanner's Enter does: they came right before it, or in a burst a while ago. Less than `isByHand` asks: whoever dictates, or
   * has a switch that sends two keys, sends Tab and Enter at once.
   */
  endsBurst(press: KeyPress): boolean;
  /** Whether it is the key before it pressed anew, as soon as a habit's second press comes. */
  isSecondPress(press: KeyPress): boolean;
}

export function createKeyWatch(): KeyWatch {
  let latest: KeyPress | null = null;
  let previousAt = Number.NEGATIVE_INFINITY;
  let came: 'alone' | 'in-burst' = 'alone';
  let hadCharacters = false;
  let hasCharacters = false;
  let burst = NO_BURST;
  let isSecond = false;
  const isAlone = (press: KeyPress): boolean => press === latest && came === 'alone';
  return {
    hear(press) {
      const { key, timeStamp: at } = press;
      const isLate = isLateTerminator(key, at, burst);
      came = at - previousAt >= SCANNER_GAP_MILLISECONDS && !isLate ? 'alone' : 'in-burst';
      hadCharacters = came === 'in-burst' && (hasCharacters || isLate);
      isSecond = !press.repeat && key === latest?.key && at - previousAt < SECOND_PRESS_MILLISECONDS;
      latest = press;
      if (beginsChord(press, came === 'alone')) return;
      const isCharacter = key !== ' ' && [...key].length === 1;
      hasCharacters = hadCharacters || isCharacter;
      previousAt = at;
      if (came === 'alone') burst = NO_BURST;
      if (isCharacter) burst = { characters: burst.characters + 1, lastAt: at };
    },
    isAlone,
    isByHand: (press) => isAlone(press) && press.isTrusted && !press.repeat,
    endsBurst: (press) => press === latest && hadCharacters,
    isSecondPress: (press) => press === latest && isSecond,
  };
}

let pages: KeyWatch | null = null;

/** This page's. It hears every key from when it is first asked for: from an effect, before whoever asks listens itself. */
export function pageKeyWatch(): KeyWatch {
  if (pages === null) {
    pages = createKeyWatch();
    // While the key travels down, so that no field on the way can hide it from the measure of gaps.
    window.addEventListener('keydown', pages.hear, { capture: true });
  }
  return pages;
}
