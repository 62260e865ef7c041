import { type RefObject, useEffect, useState } from 'react';
import { SECOND_PRESS_MILLISECONDS } from '../../shared/second-press.ts';

/** False for a moment after what stands above has changed its height, and moved what stands below. */
export function useUnmoved(above: RefObject<HTMLElement | null>): boolean {
  const [isUnmoved, setUnmoved] = useState(true);
  useEffect(() => {
    const element = above.current;
    if (element === null) return undefined;
    let timer: number | undefined;
    let height: number | null = null;
    // Before the next painting: nobody has seen the new places when this is told.
    const observer = new ResizeObserver(([entry]) => {
      const now = entry?.contentRect.height ?? 0;
      const moved = height !== null && height !== now;
      height = now;
      if (!moved) return;
      setUnmoved(false);
      window.clearTimeout(timer);
      timer = window.setTimeout(() => setUnmoved(true), SECOND_PRESS_MILLISECONDS);
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      window.clearTimeout(timer);
    };
  }, [above]);
  return isUnmoved;
}
