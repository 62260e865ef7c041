import { type RefObject, useEffect, useState } from 'react';

/** A part of a pixel is no page. */
const SLACK_PIXELS = 8;

/** What a place that scrolls holds beyond what is seen. */
export interface MoreBelow {
  /** All of it does not fit. */
  readonly scrolls: boolean;
  /** Some of it is further down. */
  readonly isBelow: boolean;
}

/** What a place that scrolls is measured by. */
type ScrolledPlace = Pick<HTMLElement, 'scrollHeight' | 'clientHeight' | 'scrollTop'>;

/** What a place holds beyond what is seen of it, now. `slack`: so many pixels are nothing. */
export function moreBelow(place: ScrolledPlace, slack = SLACK_PIXELS): MoreBelow {
  const hidden = place.scrollHeight - place.clientHeight;
  return { scrolls: hidden > slack, isBelow: hidden - place.scrollTop > slack };
}

/** Follows how much of a place is below what is seen of it. `slack`: so many pixels are nothing. */
export function useMoreBelow(place: RefObject<HTMLElement | null>, slack = SLACK_PIXELS): MoreBelow {
  const [more, setMore] = useState<MoreBelow>({ scrolls: false, isBelow: false });
  useEffect(() => {
    const at = place.current;
    if (at === null) return undefined;
    const look = (): void => {
      const next = moreBelow(at, slack);
      setMore((now) => (now.scrolls === next.scrolls && now.isBelow === next.isBelow ? now : next));
    };
    const sizes = new ResizeObserver(look);
    sizes.observe(at);
    for (const child of at.children) sizes.observe(child);
    at.addEventListener('scroll', look, { passive: true });
    look();
    return () => {
      sizes.disconnect();
      at.removeEventListener('scroll', look);
    };
  }, [place, slack]);
  return more;
}
