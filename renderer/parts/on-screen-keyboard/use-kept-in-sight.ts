import { type RefObject, useEffect } from 'react';

/** The place that scrolls what an element is in; null: none does. */
function scrolledIn(element: Element): Element | null {
  const around = element.parentElement;
  if (around === null) return null;
  return ['auto', 'scroll'].includes(getComputedStyle(around).overflowY) ? around : scrolledIn(around);
}

function isWhollyIn(element: Element, place: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  const port = place.getBoundingClientRect();
  return top >= port.top && bottom <= port.bottom;
}

/**
 * Keeps a field and its label in what a keyboard leaves of the screen, also when the keyboard grows. What else takes room from the page
 * (a notice below it) moves only a field that somebody is in; and whoever types sees it again, however far the page was moved. A
 * keyboard that is a part of the page itself stays where it is: no key must move away under a finger.
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
    const place = scrolledIn(field);
    const grows = new ResizeObserver(() => {
      // Put aside it has no height: then something else is to be seen.
      if (element.offsetHeight > 0) keep();
    });
    const onInput = (): void => {
      if (place !== null && !isWhollyIn(field, place)) keep();
    };
    if (place?.contains(element) !== true) {
      grows.observe(element);
      field.addEventListener('input', onInput);
    }
    const shrinks = new ResizeObserver(() => {
      if (document.activeElement === field) keep();
    });
    if (place !== null) shrinks.observe(place);
    return () => {
      field.removeEventListener('input', onInput);
      grows.disconnect();
      shrinks.disconnect();
    };
  }, [field, keyboard]);
}
