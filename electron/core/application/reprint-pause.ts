import { type ApplicationState, advance } from '../../../shared/application/lifecycle.ts';
import { SECOND_PRESS_MILLISECONDS } from '../../../shared/second-press.ts';

/** Since when one word of the clerk is enough for the same card to be printed again, without another read-back. */
export interface ReprintPause {
  /** Told of the application's state, each time that this core comes to know it. */
  cameTo(state: ApplicationState): void;
  /** Whether that word can be meant: it is no second press of the key that led there. */
  isOver(): boolean;
}

/** `now`: milliseconds of a clock that nobody can set. */
export function createReprintPause(now: () => number): ReprintPause {
  let since: number | null = null;
  return {
    cameTo(state) {
      const mayReprint =
        advance(state, { kind: 'clerk-reprinted' }).ok || advance(state, { kind: 'clerk-retried' }).ok;
      since = mayReprint ? (since ?? now()) : null;
    },
    // Where nothing can be printed again the keeper says so.
    isOver: () => since === null || now() - since >= SECOND_PRESS_MILLISECONDS,
  };
}
