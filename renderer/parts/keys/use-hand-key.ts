import { useEffect, useRef } from 'react';
import { SCANNER_GAP_MILLISECONDS } from './scan-watch.ts';

/**
 * Whether a key press can only come from a hand: not from a script, not from a held key, and not out of a
 * scanner's burst.
 */
export function isByHand(
  press: { readonly isTrusted: boolean; readonly repeat: boolean; readonly timeStamp: number },
  previousAt: number,
): boolean {
  return press.isTrusted && !press.repeat && press.timeStamp - previousAt >= SCANNER_GAP_MILLISECONDS;
}

/** One key that acts from anywhere on the screen, but only by a hand. */
export function useHandKey(key: string, action: () => void, enabled: boolean): void {
  const latest = useRef(action);
  latest.current = action;
  useEffect(() => {
    if (!enabled) return undefined;
    let previousAt = Number.NEGATIVE_INFINITY;
    const onKeyDown = (event: KeyboardEvent): void => {
      const before = previousAt;
      previousAt = event.timeStamp;
      if (event.key !== key || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      if (isByHand(event, before)) latest.current();
    };
    // While it travels down, so that no field on the way can hide a key from the measure of gaps.
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [key, enabled]);
}
