import { type RefObject, useEffect, useRef } from 'react';

/** Hears every key that is pressed within an element, before anything around it does. */
export function useKeysWithin(
  element: RefObject<HTMLElement | null>,
  onKeyDown: (event: KeyboardEvent) => void,
): void {
  const latest = useRef(onKeyDown);
  latest.current = onKeyDown;
  useEffect(() => {
    const at = element.current;
    if (at === null) return undefined;
    const hear = (event: KeyboardEvent): void => latest.current(event);
    at.addEventListener('keydown', hear);
    return () => at.removeEventListener('keydown', hear);
  }, [element]);
}
