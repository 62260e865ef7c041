/** Milliseconds, from short to long. EN 301 549, 5.7: up to two seconds at least, or a repeat that can be turned off. */
export const REPEAT_DELAYS = [500, 1_000, 2_000, null] as const;

/** EN 301 549, 5.8: up to half a second at least. */
export const DOUBLE_STRIKES = [0, 200, 350, 500] as const;

/** What somebody has set for hands that shake or press long; milliseconds. */
export interface KeyFilterSettings {
  /** A held key repeats only after it; null: never. */
  readonly repeatDelay: (typeof REPEAT_DELAYS)[number];
  /** The same key again is ignored for so long after it was let go; 0: never. */
  readonly doubleStrike: (typeof DOUBLE_STRIKES)[number];
}

/** As keyboards are by themselves; so begins each session. */
export const NO_KEY_FILTER: KeyFilterSettings = { repeatDelay: 500, doubleStrike: 0 };

/** Interfaces of two switches, named by the keys that they send; in this order they are offered. */
export const switchInterfaces = ['space-enter', 'one-two', 'f7-f8'] as const;
export type SwitchKeys = (typeof switchInterfaces)[number];
