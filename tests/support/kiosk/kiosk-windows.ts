import { readlinkSync } from 'node:fs';
import { watchForForeignWindows } from '../display/foreign-windows.ts';
import type { KioskMachine } from './test-kiosk.ts';

/** The windows that map on a display while kiosks run there. */
export interface KioskWindows {
  /** Those since the last call that are not a kiosk's own window: foreign programs, and dialogs of any kind. */
  takeForeign(): Promise<readonly string[]>;
  stop(): Promise<void>;
}

/** How the title of a kiosk's one window ends. A dialog that the same process opens has a name of its own. */
const TITLE = /(^| · )Counterfoil$/;
/** What Chromium writes around a title that runs from the right. */
const DIRECTION_MARKS = /[\u200e\u200f\u202a-\u202e]/gu;

function isKiosksTitle(title: string): boolean {
  return TITLE.test(title.replaceAll(DIRECTION_MARKS, ''));
}

/** Watches a display from now on. A kiosk's window is one of this runtime's program that has the kiosk's title. */
export async function watchKioskWindows({ runtime, environment }: KioskMachine): Promise<KioskWindows> {
  const watch = await watchForForeignWindows(environment, (pid, title) => {
    const program = programOf(pid);
    // One that ended before it could be asked is known by its title alone.
    if (program === null) return title !== null && isKiosksTitle(title);
    return program === runtime.executable && (title === null || isKiosksTitle(title));
  });
  let taken = 0;
  return {
    async takeForeign() {
      const all = await watch.foreign();
      const fresh = all.slice(taken);
      taken = all.length;
      return fresh;
    },
    stop: () => watch.stop(),
  };
}

/** The program of a process; null when it is gone. */
function programOf(pid: number): string | null {
  try {
    return readlinkSync(`/proc/${pid}/exe`);
  } catch {
    // It ended meanwhile.
    return null;
  }
}
