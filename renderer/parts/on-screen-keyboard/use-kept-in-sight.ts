import { type RefObject, useEffect } from 'react';

/** The place that scrolls what an element is in; null: none does. */
function scrolledIn(element: Element): Element | null {
  const around = element.parentElement;
  if (around === null) return null;
  return ['auto', 'scroll'].includes(getComputedStyle(around).overflowY) ? around : scrolledIn(around);
}

/**
 * Keeps a field and its label in what a keyboard leaves of the screen, also when the keyboard grows. What else takes room from the page
 * (a notice below it) moves only a field that somebody is in.
 */
export function useKeptInSight(
  field: HTMLInputElement | null,
  keyboard: RefObject<HTMLElement | null>,
): void {
  useEffect(() => {
    const element = keyboard.current;
    if (element === null || field === null) return undefined;
    const keep = (): void => {
      field.labels?.[0]?.scrollIntoView({ block: 'nearest' });
      field.scrollIntoView({ block: 'nearest' });
    };
    const grows = new ResizeObserver(keep);
    grows.observe(element);
    const shrinks = new ResizeObserver(() => {
      if (document.activeElement === field) keep();
    });
    const place = scrolledIn(field);
    if (place !== null) shrinks.observe(place);
    return () => {
      grows.disconnect();
      shrinks.disconnect();
    };
  }, [field, keyboard]);
}
