import { type RefObject, useEffect, useState } from 'react';
import { SECOND_PRESS_MILLISECONDS } from '../../shared/second-press.ts';

/** Where each row of a list stands, by its ticket. */
function placesIn(list: HTMLElement): ReadonlyMap<string, number> {
  const rows = [...list.querySelectorAll<HTMLElement>('[data-ticket]')];
  return new Map(rows.map((row) => [row.dataset.ticket ?? '', row.offsetTop]));
}

/**
 * False for a moment after rows have come to stand elsewhere: what is above their list has changed its height, or one of them
 * has gone or come. Whoever aimed at one would press another.
 */
export function useUnmoved(
  above: RefObject<HTMLElement | null>,
  list: RefObject<HTMLElement | null>,
): boolean {
  const [isUnmoved, setUnmoved] = useState(true);
  useEffect(() => {
    const [over, rows] = [above.current, list.current];
    if (over === null || rows === null) return undefined;
    let timer: number | undefined;
    let places = placesIn(rows);
    const look = (): void => {
      const before = places;
      places = placesIn(rows);
      // The first of all moves nothing.
      if (before.size === 0 || ![...places].some(([ticket, top]) => before.get(ticket) !== top)) return;
      setUnmoved(false);
      window.clearTimeout(timer);
      timer = window.setTimeout(() => setUnmoved(true), SECOND_PRESS_MILLISECONDS);
    };
    // Both before the next painting: nobody has seen the new places when this is told.
    const sizes = new ResizeObserver(look);
    sizes.observe(over);
    sizes.observe(rows);
    // One that goes as another comes leaves the list as high as it was.
    const changes = new MutationObserver(look);
    changes.observe(rows, { childList: true, subtree: true });
    return () => {
      sizes.disconnect();
      changes.disconnect();
      window.clearTimeout(timer);
    };
  }, [above, list]);
  return isUnmoved;
}
