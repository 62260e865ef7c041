/**
 * Brings all of this into sight together, as far as the page has room. Where it has not, what is named first is seen, and of
 * the others what fits beside it.
 */
export function bringIntoSight(...elements: readonly (Element | null | undefined)[]): void {
  for (const element of elements.toReversed()) element?.scrollIntoView({ block: 'nearest' });
}

/** As much of what is told may go out of sight again for the field below it. */
const PART_FOR_FIELD = 0.4;

/** Brings what is told into sight, from its beginning; and all of the field that somebody is in, where both have room. */
export function bringToldIntoSight(told: HTMLElement): void {
  const port = told.closest('[data-scrolls]');
  if (port === null) return;
  told.scrollIntoView({ block: told.offsetHeight > port.clientHeight ? 'start' : 'nearest' });
  const field = document.activeElement;
  if (!(field instanceof HTMLInputElement) || !port.contains(field)) return;
  const hidden = field.getBoundingClientRect().bottom - port.getBoundingClientRect().bottom;
  if (hidden <= told.offsetHeight * PART_FOR_FIELD) field.scrollIntoView({ block: 'nearest' });
}
