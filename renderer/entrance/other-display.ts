import { useSyncExternalStore } from 'react';
import type { Preset } from '../../shared/settings/preset.ts';

/** A size in the display's own pixels. */
export type DisplaySize = NonNullable<Preset['display']>;

/** How large the display is, if that is not the size that the settings have; null: it is, or they have none. */
export function otherDisplay(wanted: DisplaySize | null, found: DisplaySize): DisplaySize | null {
  if (wanted === null) return null;
  return wanted.width === found.width && wanted.height === found.height ? null : found;
}

function read(): string {
  // A page counts in its own pixels, of which one may be several of the display.
  const pixels = (length: number): number => Math.round(length * window.devicePixelRatio);
  return `${pixels(window.screen.width)} ${pixels(window.screen.height)}`;
}

function subscribe(changed: () => void): () => void {
  window.addEventListener('resize', changed);
  return () => window.removeEventListener('resize', changed);
}

/** `otherDisplay` of the display that this page is on, also when that changes. */
export function useOtherDisplay(wanted: DisplaySize | null): DisplaySize | null {
  const [width = 0, height = 0] = useSyncExternalStore(subscribe, read).split(' ').map(Number);
  return otherDisplay(wanted, { width, height });
}
