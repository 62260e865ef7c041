import { useLayoutEffect, useRef } from 'react';
import { ALL_SWITCH_KEYS, type SwitchKeys, switchActOf } from './switch-keys.ts';

const PRESSABLE = 'a[href], button, input, select, textarea, summary, [role="button"]';

/**
 * Turns two switches on by the first press of one, on a screen that says so. A press on a control is a keyboard's, whose Tab
 * has gone there; so the screen must not put the focus on a control by itself while this is `enabled`.
 */
export function useSwitchStart(enabled: boolean, turnOn: (keys: SwitchKeys) => void): void {
  const latest = useRef(turnOn);
  latest.current = turnOn;
  useLayoutEffect(() => {
    if (!enabled) return undefined;
    const onKeyDown = (event: KeyboardEvent): void => {
      const keys = ALL_SWITCH_KEYS.find((each) => switchActOf(each, event) !== null);
      const isOnControl = event.target instanceof Element && event.target.closest(PRESSABLE) !== null;
      if (keys === undefined || event.repeat || (keys !== 'f7-f8' && isOnControl)) return;
      event.preventDefault();
      event.stopPropagation();
      latest.current(keys);
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [enabled]);
}
