import type { KeyFilterSettings } from '../../../shared/residents/hands.ts';

/** Decides about each press of a key, or of a button that is touched. A key is whatever compares as the same. */
export interface KeyFilter<Key> {
  /** Pressed, or pressed on by a key that repeats. `at`: milliseconds, as events have them. */
  down(key: Key, at: number): 'pass' | 'ignore';
  /** Let go. Answers whether the press that it ends was ignored. */
  up(key: Key, at: number): 'pass' | 'ignore';
  /** Everything was let go, unheard: the window had not the keyboard. */
  forget(): void;
}

interface Stroke {
  readonly began: number;
  readonly isIgnored: boolean;
}

/**
 * A press is ignored that comes within the double strike after the same key was let go, if no other key came between; also
 * where that one was ignored itself, so that a hand that shakes for a second types once. The repeats of an ignored press are
 * ignored with it. `settings` are asked anew for each press.
 */
export function createKeyFilter<Key>(settings: () => KeyFilterSettings): KeyFilter<Key> {
  const held = new Map<Key, Stroke>();
  let last: { readonly key: Key; readonly letGo: number } | null = null;
  return {
    down(key, at) {
      const { repeatDelay, doubleStrike } = settings();
      const stroke = held.get(key);
      if (stroke !== undefined) {
        const mayRepeat = repeatDelay !== null && at - stroke.began >= repeatDelay;
        return mayRepeat && !stroke.isIgnored ? 'pass' : 'ignore';
      }
      const isIgnored = last !== null && last.key === key && at - last.letGo < doubleStrike;
      held.set(key, { began: at, isIgnored });
      return isIgnored ? 'ignore' : 'pass';
    },
    up(key, at) {
      const stroke = held.get(key);
      held.delete(key);
      last = { key, letGo: at };
      return stroke?.isIgnored === true ? 'ignore' : 'pass';
    },
    forget() {
      held.clear();
    },
  };
}
