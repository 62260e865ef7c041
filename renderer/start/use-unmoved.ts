import { type RefObject, useEffect, useState } from 'react';
import { SECOND_PRESS_MILLISECONDS } from '../../shared/second-press.ts';

/** The element and all that it stands in, from the inside out. */
function upwardsFrom(element: HTMLElement): readonly HTMLElement[] {
  const found: HTMLElement[] = [];
  for (let at: HTMLElement | null = element; at !== null; at = at.parentElement) found.push(at);
  return found;
}

/** Where each row of a list stands, by its ticket; whoever scrolls moves none of them. */
function placesIn(list: HTMLElement): ReadonlyMap<string, number> {
  const rows = [...list.querySelectorAll<HTMLElement>('[data-ticket]')];
  const scrolled = upwardsFrom(list).reduce((sum, { scrollTop }) => sum + scrollTop, 0);
  return new Map(
    rows.map((row) => [row.dataset.ticket ?? '', Math.round(row.getBoundingClientRect().top + scrolled)]),
  );
}

/**
 * False for a moment after rows have come to stand elsewhere: anything beside what they stand in has changed its height, a
 * note or a notice above them, or one of them has gone or come. Whoever aimed at one would press another.
 */
export function useUnmoved(list: RefObject<HTMLElement | null>): boolean {
  const [isUnmoved, setUnmoved] = useState(true);
  useEffect(() => {
    const rows = list.current;
    if (rows === null) return undefined;
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
    for (const each of upwardsFrom(rows))
      for (const beside of each.parentElement?.children ?? []) sizes.observe(beside);
    // One that goes as another comes leaves the list as high as it was.
    const changes = new MutationObserver(look);
    changes.observe(rows, { childList: true, subtree: true });
    return () => {
      sizes.disconnect();
      changes.disconnect();
      window.clearTimeout(timer);
    };
  }, [list]);
  return isUnmoved;
}
