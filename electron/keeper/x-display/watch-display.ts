import { answers, type DisplayEnvironment, namedDisplay, waitForDisplay } from '../../lib/display/display.ts';

/** How long a display server may be away before the keeper says that there is none. Longer than any restart of one. */
const DISPLAY_MILLISECONDS = 600_000;

/** The display that sessions draw on. */
export interface DisplayWatch {
  /**
   * Waits for one that is gone: the X server was ended and somebody starts it again. The keeper lives on meanwhile, and with it
   * every key that is in memory only. False: it stays away.
   */
  isThere(): Promise<boolean>;
  /** From now on `told` hears of each time that it was away, and is there again. */
  onReturn(told: () => void): void;
}

/** Windows and macOS have no display server that could go. */
export function watchDisplay(environment: DisplayEnvironment): DisplayWatch {
  let returned = (): void => undefined;
  return {
    async isThere() {
      const display = namedDisplay(environment);
      if (display === null || (await answers(display))) return true;
      const isBack = await waitForDisplay(display, DISPLAY_MILLISECONDS);
      if (isBack) returned();
      return isBack;
    },
    onReturn(told) {
      returned = told;
    },
  };
}
