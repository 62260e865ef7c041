import { type RefObject, useEffect, useRef } from 'react';

/**
 * Brings an element into sight whenever something else is told in it; `told`: what that is, null for nothing. Whoever pressed
 * may be far from it on a page that is longer than the screen.
 */
export function useIntoSight<Place extends HTMLElement>(told: unknown): RefObject<Place | null> {
  const place = useRef<Place>(null);
  useEffect(() => {
    if (told !== null) place.current?.scrollIntoView({ block: 'nearest' });
  }, [told]);
  return place;
}
