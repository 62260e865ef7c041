import { useEffect, useRef } from 'react';
import { pageKeyWatch } from './key-watch.ts';
import { useAwake } from './use-awake.ts';

/**
 * One key that acts from anywhere on the screen, but only by a hand, and not for a moment after it was enabled (`useAwake`).
 * Answers whether it is awake: the button with the same key sleeps as long. `tooEarly`: it was pressed in that moment.
 */
export function useHandKey(
  key: string,
  action: () => void,
  enabled: boolean,
  tooEarly?: () => void,
): boolean {
  const isAwake = useAwake(enabled);
  const latest = useRef<(() => void) | undefined>(action);
  latest.current = isAwake ? action : tooEarly;
  useEffect(() => {
    if (!enabled) return undefined;
    const watch = pageKeyWatch();
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== key || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      if (watch.isByHand(event)) latest.current?.();
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [key, enabled]);
  return isAwake;
}
