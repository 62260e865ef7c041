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

/** What a place holds beyond what is seen of it, now. */
export function moreBelow(place: ScrolledPlace): MoreBelow {
  const hidden = place.scrollHeight - place.clientHeight;
  return { scrolls: hidden > SLACK_PIXELS, isBelow: hidden - place.scrollTop > SLACK_PIXELS };
}

/** Follows how much of a place is below what is seen of it. */
export function useMoreBelow(place: RefObject<HTMLElement | null>): MoreBelow {
  const [more, setMore] = useState<MoreBelow>({ scrolls: false, isBelow: false });
  useEffect(() => {
    const at = place.current;
    if (at === null) return undefined;
    const look = (): void => {
      const next = moreBelow(at);
      setMore((now) => (now.scrolls === next.scrolls && now.isBelow === next.isBelow ? now : next));
    };
    const sizes = new ResizeObserver(look);
    sizes.observe(at);
    const follow = (): void => {
      for (const child of at.children) sizes.observe(child);
      look();
    };
    // A keyboard may come to it later.
    const children = new MutationObserver(follow);
    children.observe(at, { childList: true });
    at.addEventListener('scroll', look, { passive: true });
    follow();
    return () => {
      sizes.disconnect();
      children.disconnect();
      at.removeEventListener('scroll', look);
    };
  }, [place]);
  return more;
}
