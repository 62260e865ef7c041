import { useEffect, useRef } from 'react';
import { pageKeyWatch } from './key-watch.ts';
import { SCANNER_GAP_MILLISECONDS } from './scan-watch.ts';

export type KeyActions = Readonly<Partial<Record<string, () => unknown>>>;

/**
 * Whether a key may act from here. Function keys and Escape act from anywhere; a single letter only from
 * within the step itself and never where somebody types (WCAG 2.1.4).
 */
function mayAct(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return false;
  if ([...event.key].length > 1) return true;
  const at = event.target;
  if (!(at instanceof Element) || at instanceof HTMLInputElement || at.closest('main') === null) return false;
  // Space has its own meaning on a button.
  return event.key !== ' ' || at.closest('button, summary') === null;
}

/**
 * Lets keys act wherever the focus is. Repeats of a held key never act, a letter acts only alone, and Space not as the end of
 * a scanner's burst. While `enabled` is false (a dialog is open) the keys do nothing at all.
 */
export function useKeys(actions: KeyActions, enabled = true): void {
  const latest = useRef(actions);
  latest.current = actions;

  useEffect(() => {
    if (!enabled) return undefined;
    const watch = pageKeyWatch();
    let letter: number | undefined;
    const onAnyKey = (): void => window.clearTimeout(letter);
    const onKeyDown = (event: KeyboardEvent): void => {
      const action = latest.current[event.key];
      if (action === undefined || !mayAct(event)) return;
      event.preventDefault();
      if (event.repeat || !event.isTrusted || event.isComposing) return;
      // No scanner sends a function key or Escape.
      if ([...event.key].length > 1) action();
      else if (event.key === ' ') {
        if (!watch.endsBurst(event)) action();
      } else if (watch.isAlone(event))
        letter = window.setTimeout(() => latest.current[event.key]?.(), SCANNER_GAP_MILLISECONDS);
    };
    window.addEventListener('keydown', onAnyKey, { capture: true });
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.clearTimeout(letter);
      window.removeEventListener('keydown', onAnyKey, { capture: true });
      window.removeEventListener('keydown', onKeyDown);
    };
  }, [enabled]);
}
