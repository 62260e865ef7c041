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

/** Follows how much of a place is below what is seen of it. `slack`: so many pixels are nothing. */
export function useMoreBelow(place: RefObject<HTMLElement | null>, slack = SLACK_PIXELS): MoreBelow {
  const [more, setMore] = useState<MoreBelow>({ scrolls: false, isBelow: false });
  useEffect(() => {
    const at = place.current;
    if (at === null) return undefined;
    const look = (): void => {
      const hidden = hiddenPixels(at);
      const next = { scrolls: hidden > slack, isBelow: hidden - at.scrollTop > slack };
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
