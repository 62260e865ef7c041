import { type RefObject, useEffect } from 'react';

/** As the browser scrolls a page by its keys: nearly all that is seen, or a line or two. */
const SHARES: Readonly<Partial<Record<string, number>>> = {
  PageDown: 0.85,
  PageUp: -0.85,
  ArrowDown: 0.15,
  ArrowUp: -0.15,
};

/** Whether there is more in it in this direction. */
function canScroll(at: HTMLElement, down: boolean): boolean {
  if (getComputedStyle(at).overflowY !== 'auto') return false;
  return down ? at.scrollTop + at.clientHeight < at.scrollHeight - 1 : at.scrollTop > 0;
}

/**
 * Scrolls what the focus is not in by the keys that scroll a page, held keys as well. Where it has no more to show, and where a
 * low screen scrolls as a whole, the keys are the page's own.
 */
export function useScrollKeys(scroller: RefObject<HTMLElement | null>, enabled: boolean): void {
  useEffect(() => {
    if (!enabled) return undefined;
    const onKeyDown = (event: KeyboardEvent): void => {
      const share = SHARES[event.key];
      const at = scroller.current;
      if (share === undefined || at === null || event.defaultPrevented) return;
      if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
      if (event.target instanceof HTMLInputElement || !canScroll(at, share > 0)) return;
      event.preventDefault();
      at.scrollBy({ top: share * at.clientHeight });
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [scroller, enabled]);
}
