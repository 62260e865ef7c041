import { readFileSync } from 'node:fs';
import type { Counter } from '../counter.ts';
import type { Screen } from './screen.ts';

/** Another program's window in a corner of the screen, over the kiosk's. */
export interface ForeignWindow {
  /** What can be dragged, and where something can be dropped. */
  readonly source: { readonly x: number; readonly y: number };
  readonly target: { readonly x: number; readonly y: number };
  end(): Promise<void>;
}

/** By foreign-window.tcl. */
export const FOREIGN_TITLE = 'A foreign window';
export const DROPPED_TITLE = 'It has: dropped';

const UNIT = 'counterfoil-foreign-window';
/** The display's unit sees no home, root's included. */
const SCRIPT = '/srv/foreign-window.tcl';

/** Starts it at the display, as root: nobody else is let in. */
export async function openForeignWindow(counter: Counter, screen: Screen): Promise<ForeignWindow> {
  const script = readFileSync(new URL('foreign-window.tcl', import.meta.url), 'utf8');
  await counter.says('sh', '-c', 'printf %s "$1" >"$2"', 'sh', script, SCRIPT);
  await screen.start(UNIT, 'wish', SCRIPT);
  return {
    source: { x: 1160, y: 690 },
    target: { x: 1160, y: 750 },
    end: async () => void (await counter.says('systemctl', 'stop', UNIT)),
  };
}
