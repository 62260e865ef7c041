import { answers, type DisplayEnvironment, namedDisplay, waitForDisplay } from '../../lib/display/display.ts';

/** How long a display server may be away before the keeper says that there is none. Longer than any restart of one. */
const DISPLAY_MILLISECONDS = 600_000;

/**
 * Waits for a display that is gone: the X server was ended and somebody starts it again. The keeper lives on
 * meanwhile, and with it every key that is in memory only. `cameBack`: it was away, and is there again.
 */
export async function displayIsThere(
  environment: DisplayEnvironment,
  cameBack: () => void,
): Promise<boolean> {
  const display = namedDisplay(environment);
  // Windows and macOS have no display server that could go.
  if (display === null || (await answers(display))) return true;
  const isBack = await waitForDisplay(display, DISPLAY_MILLISECONDS);
  if (isBack) cameBack();
  return isBack;
}
