import type { keeperCalls } from '../../../shared/contract/keeper.ts';

/** Whether anybody is around at the kiosk, by the hands that the keeper hears of. In memory only. */
export interface Presence {
  /** Somebody has just touched the kiosk, or begun something at it. */
  touched(): void;
  /** Nobody has for ten minutes, nor has the kiosk just started. */
  isLeftAlone(): boolean;
}

/** What that needs of the keeper. */
export interface PresencePort {
  /** Milliseconds that the machine has run. */
  readonly clock: { uptime(): number };
  /** Somebody is around: what is made ready for them can be. */
  touched(): void;
}

/** Longer than anybody who serves people takes their hands off: a spare session or a quiet disk would be missed just then. */
const UNTOUCHED_MILLISECONDS = 10 * 60_000;

/** The presence at one keeper's kiosk. */
export function createPresence({ clock, touched }: PresencePort): Presence {
  let last = clock.uptime();
  return {
    touched() {
      last = clock.uptime();
      touched();
    },
    isLeftAlone: () => clock.uptime() - last >= UNTOUCHED_MILLISECONDS,
  };
}

/**
 * By hands alone, or with them. Before anybody is signed in pages report no touches, so that a passphrase is the first that is
 * heard of. `open` may come from a page by itself, for somebody whose session has died.
 */
const BY_HANDS: ReadonlySet<string> = new Set<keyof typeof keeperCalls>([
  ...(['reportActivity', 'signIn', 'setHoldByPassphrase', 'setUp', 'recoverStaff'] as const),
  ...(['create', 'open'] as const),
]);

/** Whether a call of a core shows that somebody is at the kiosk, also where it is refused. */
export function showsSomebody(call: string): boolean {
  return BY_HANDS.has(call);
}
