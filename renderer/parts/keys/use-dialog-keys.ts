import { type RefObject, useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import { pageKeyWatch } from './key-watch.ts';
import { SCANNER_GAP_MILLISECONDS } from './scan-watch.ts';

/**
 * The keys of a dialog with numbered choices, from the moment it opens: a fast hand presses the number
 * before the focus has arrived. Enter confirms (see `pressOf`, where that can't be undone), except on a button, which has an Enter of its own. What a scanner sends
 * chooses and confirms nothing: a number acts alone, once no other key has come right behind it.
 */
export function useDialogKeys(isOpen: boolean, choose: (index: number) => void, confirm: () => void): void {
  const latest = useRef({ choose, confirm });
  latest.current = { choose, confirm };
  useEffect(() => {
    if (!isOpen) return undefined;
    const watch = pageKeyWatch();
    let pending: { readonly timer: number; readonly index: number } | null = null;
    const takePending = (): number | null => {
      const index = pending?.index ?? null;
      window.clearTimeout(pending?.timer);
      pending = null;
      return index;
    };
    const act = (key: string, isAlone: boolean): void => {
      const before = takePending();
      if (key === 'Enter') {
        if (!isAlone) return;
        // Pressed a moment ago, and not chosen yet on a page that had much to do.
        if (before !== null) flushSync(() => latest.current.choose(before));
        latest.current.confirm();
      } else if (isAlone) {
        const index = Number(key) - 1;
        const timer = window.setTimeout(() => {
          pending = null;
          latest.current.choose(index);
        }, SCANNER_GAP_MILLISECONDS);
        pending = { timer, index };
      }
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      // Two switches have acted on it already.
      if (event.defaultPrevented) return;
      if (event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
      const isNumber = /^[1-9]$/.test(event.key);
      const onButton = event.target instanceof Element && event.target.closest('button') !== null;
      if (!isNumber && (event.key !== 'Enter' || onButton)) {
        if (!watch.isAlone(event)) takePending();
        return;
      }
      act(event.key, isNumber ? watch.isAlone(event) : !watch.endsBurst(event));
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => {
      takePending();
      window.removeEventListener('keydown', onKeyDown, { capture: true });
    };
  }, [isOpen]);
}

/**
 * Confirms by the button itself, for what can't be undone: while it sleeps, or is disabled, Enter does as little as a press
 * on it.
 */
export function pressOf(button: RefObject<HTMLButtonElement | null>): () => void {
  return () => button.current?.click();
}
