import { useEffect, useRef } from 'react';

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
 * Lets keys act wherever the focus is. Repeats of a held key never act. While `enabled` is false (a dialog
 * is open) the keys do nothing at all.
 */
export function useKeys(actions: KeyActions, enabled = true): void {
  const latest = useRef(actions);
  latest.current = actions;

  useEffect(() => {
    if (!enabled) return undefined;
    const onKeyDown = (event: KeyboardEvent): void => {
      const action = latest.current[event.key];
      if (action === undefined || !mayAct(event)) return;
      event.preventDefault();
      if (!event.repeat && event.isTrusted && !event.isComposing) action();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [enabled]);
}
