import { type RefObject, useEffect, useState } from 'react';

/** A part of a pixel hides no line. */
const NEARLY_ALL = 0.95;

/**
 * Whether the last line of the read-back has been in sight since it came, within the place that scrolls it; null until the
 * browser has told. Where nothing scrolls it is in sight from the beginning.
 */
export function useLastLineSeen(lines: RefObject<HTMLElement | null>): boolean | null {
  const [isSeen, setSeen] = useState<boolean | null>(null);
  useEffect(() => {
    const last = [...(lines.current?.querySelectorAll('[data-read-back]') ?? [])].at(-1);
    if (last === undefined) {
      setSeen(true);
      return undefined;
    }
    const observer = new IntersectionObserver(
      (entries) => {
        const isInSight = entries.some(({ intersectionRatio }) => intersectionRatio >= NEARLY_ALL);
        if (isInSight) observer.disconnect();
        setSeen(isInSight);
      },
      { root: lines.current, threshold: NEARLY_ALL },
    );
    observer.observe(last);
    return () => observer.disconnect();
  }, [lines]);
  return isSeen;
}
