import { useEffect, useRef, useState } from 'react';
import { pageKeyWatch } from './key-watch.ts';
import { useAwake } from './use-awake.ts';

/** The one key of an act, and its button. */
export interface HandKey {
  /** What the button with the same key is given: it sleeps as long, and tells of a press as the key does. */
  readonly button: {
    readonly shortcut: string;
    readonly asleep: boolean;
    onPress(): void;
    onDisabledPress(): void;
  };
  /** It was pressed while it slept, and has not acted since: see `TooEarly`. */
  readonly wasEarly: boolean;
}

/**
 * One key that acts from anywhere on the screen, but only by a hand, and not for a moment after it was enabled (`useAwake`).
 * `key`: as it is called in the browser and on the keyboard.
 */
export function useHandKey(key: `F${number}`, action: () => void, enabled: boolean): HandKey {
  const isAwake = useAwake(enabled);
  const [wasEarly, setEarly] = useState(false);
  const onPress = (): void => {
    setEarly(false);
    action();
  };
  const onDisabledPress = (): void => {
    if (!isAwake) setEarly(true);
  };
  const latest = useRef(onPress);
  latest.current = isAwake ? onPress : onDisabledPress;
  useEffect(() => {
    if (!enabled) return undefined;
    const watch = pageKeyWatch();
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== key || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) {
        // Whoever presses another key has seen the note, or is told of that one.
        setEarly(false);
        return;
      }
      event.preventDefault();
      if (watch.isByHand(event)) latest.current();
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => {
      window.removeEventListener('keydown', onKeyDown, { capture: true });
      setEarly(false);
    };
  }, [key, enabled]);
  return { button: { shortcut: key, asleep: !isAwake, onPress, onDisabledPress }, wasEarly };
}
