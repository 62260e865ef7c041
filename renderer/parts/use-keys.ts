import { useEffect, useRef } from 'react';

export type KeyActions = Readonly<Partial<Record<string, () => void>>>;

/**
 * Lets function keys (and Escape) act wherever the focus is. Repeats of a held key never act.
 * While `enabled` is false (a dialog is open) the keys do nothing at all.
 */
export function useKeys(actions: KeyActions, enabled = true): void {
  const latest = useRef(actions);
  latest.current = actions;

  useEffect(() => {
    if (!enabled) return undefined;
    const onKeyDown = (event: KeyboardEvent): void => {
      const action = latest.current[event.key];
      if (action === undefined || event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
      event.preventDefault();
      if (!event.repeat && event.isTrusted && !event.isComposing) action();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [enabled]);
}
