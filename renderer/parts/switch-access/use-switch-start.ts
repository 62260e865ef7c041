import { type RefObject, useLayoutEffect, useRef } from 'react';
import { type SwitchKeys, switchInterfaces } from '../../../shared/residents/hands.ts';
import { PRESSABLE } from './stops-on-screen.ts';
import { switchActOf } from './switch-keys.ts';

/** Keys that no keyboard's user types or presses anything with. */
const OWN_KEYS: readonly SwitchKeys[] = ['f7-f8'];

/**
 * Which switches may turn themselves on. `any`: on a screen that says so. `own-keys`: those whose keys nobody else needs, on every other
 * screen. `none`: they are on, or a press is for something else.
 */
export type SwitchStart = 'any' | 'own-keys' | 'none';

/** Whether the focus is where a hand has left it. Tab is a keyboard's, and so is the focus from then on. */
function useFocusOfHand(): RefObject<boolean> {
  const isOfHand = useRef(false);
  useLayoutEffect(() => {
    const onPointerDown = (): void => {
      isOfHand.current = true;
    };
    const onKeyDown = ({ key }: KeyboardEvent): void => {
      if (key === 'Tab') isOfHand.current = false;
    };
    window.addEventListener('pointerdown', onPointerDown, { capture: true });
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => {
      window.removeEventListener('pointerdown', onPointerDown, { capture: true });
      window.removeEventListener('keydown', onKeyDown, { capture: true });
    };
  }, []);
  return isOfHand;
}

/**
 * Turns two switches on by the first press of one, which does nothing else. A press on a control is a keyboard's, whose Tab has gone
 * there, unless a hand has left the focus on it: a helper set something for whoever has the switches. So the screen must not put the
 * focus on a control by itself while `any` may turn themselves on.
 */
export function useSwitchStart(which: SwitchStart, turnOn: (keys: SwitchKeys) => void): void {
  const latest = useRef(turnOn);
  latest.current = turnOn;
  const isOfHand = useFocusOfHand();
  useLayoutEffect(() => {
    if (which === 'none') return undefined;
    const mayStart = which === 'any' ? switchInterfaces : OWN_KEYS;
    const onKeyDown = (event: KeyboardEvent): void => {
      const keys = mayStart.find((each) => switchActOf(each, event) !== null);
      if (keys === undefined || event.repeat) return;
      const isOnControl = event.target instanceof Element && event.target.closest(PRESSABLE) !== null;
      if (!OWN_KEYS.includes(keys) && isOnControl && !isOfHand.current) return;
      event.preventDefault();
      event.stopPropagation();
      latest.current(keys);
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [which, isOfHand]);
}
