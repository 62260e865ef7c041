import { setTimeout as delay } from 'node:timers/promises';
import { type DisplayEnvironment, focusedWindow, mappedWindows } from '../support/display/mapped-windows.ts';
import type { StartedKiosk } from './packaged-kiosk.ts';

/** Far more than a busy machine needs: only what never comes is given up. */
const PATIENCE_MILLISECONDS = 60_000;
const PAUSE_MILLISECONDS = 30;

/** The whole screen of the display, as X tells the place of a window that covers it. */
const WHOLE_SCREEN = '1280x800+0+0';

/** Either what was waited for, or what stands in its way for now. */
export type Seen<Value> = { readonly is: Value } | { readonly not: string };

/** Looks until it is there. Throws with what stood in its way last. */
export async function waitFor<Value>(check: () => Promise<Seen<Value>> | Seen<Value>): Promise<Value> {
  const until = performance.now() + PATIENCE_MILLISECONDS;
  for (;;) {
    const seen = await check();
    if ('is' in seen) return seen.is;
    if (performance.now() > until) throw new Error(seen.not);
    await delay(PAUSE_MILLISECONDS);
  }
}

/**
 * The heading of the one window on the screen. It must be the shown session's by the keeper's own record, cover the
 * screen to the pixel and have the keyboard.
 */
export async function headingOnScreen(
  environment: DisplayEnvironment,
  kiosk: StartedKiosk,
): Promise<Seen<string>> {
  const windows = await mappedWindows(environment);
  const [window] = windows;
  if (window === undefined || windows.length > 1)
    return {
      not: `${windows.length} windows are mapped: ${windows.map(({ id, pid, title }) => `${id} "${title}" of process ${pid}`).join(', ')}`,
    };
  const { id, pid, title, width, height, left, top } = window;
  const shown = kiosk.shown();
  if (pid !== shown) return { not: `the window is of process ${pid}, the shown session is ${shown}` };
  const place = `${width}x${height}+${left}+${top}`;
  if (place !== WHOLE_SCREEN) return { not: `the window lies at ${place}, not at ${WHOLE_SCREEN}` };
  const focused = await focusedWindow(environment);
  if (focused !== id) return { not: `the keyboard is at the window ${focused}, not at ${id}` };
  return { is: title.replace(/ · Counterfoil$/, '') };
}
