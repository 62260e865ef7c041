import type { SwitchKeys } from '../../../shared/residents/hands.ts';

/**
 * What the interface of two switches sends as keys. Most send Space and Enter as they come out of the box; the ballot-marking
 * devices of VotingWorks take 1 and 2; F7 and F8 are for interfaces that a companion's keyboard is beside.
 */
export const SWITCH_KEYS = {
  'space-enter': { move: ' ', select: 'Enter' },
  'one-two': { move: '1', select: '2' },
  'f7-f8': { move: 'F7', select: 'F8' },
} as const satisfies Readonly<Record<SwitchKeys, { readonly move: string; readonly select: string }>>;

/** What a switch does. */
export type SwitchAct = 'move' | 'select';

/** What a key press means, if it is a switch's at all: a held switch acts once. */
export function switchActOf(
  keys: SwitchKeys,
  press: {
    readonly key: string;
    readonly repeat: boolean;
    readonly ctrlKey: boolean;
    readonly altKey: boolean;
    readonly metaKey: boolean;
  },
): SwitchAct | 'held' | null {
  if (press.ctrlKey || press.altKey || press.metaKey) return null;
  const { move, select } = SWITCH_KEYS[keys];
  const act = press.key === move ? 'move' : press.key === select ? 'select' : null;
  return act !== null && press.repeat ? 'held' : act;
}
