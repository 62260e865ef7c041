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

function hiddenPixels({ scrollHeight, clientHeight }: HTMLElement): number {
  return scrollHeight - clientHeight;
}

/** Whether a place holds more than is seen of it, now. */
export function scrolls(place: HTMLElement): boolean {
  return hiddenPixels(place) > SLACK_PIXELS;
}

/** Follows how much of a place is below what is seen of it. */
export function useMoreBelow(place: RefObject<HTMLElement | null>): MoreBelow {
  const [more, setMore] = useState<MoreBelow>({ scrolls: false, isBelow: false });
  useEffect(() => {
    const at = place.current;
    if (at === null) return undefined;
    const look = (): void => {
      const hidden = hiddenPixels(at);
      const next = { scrolls: hidden > SLACK_PIXELS, isBelow: hidden - at.scrollTop > SLACK_PIXELS };
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
