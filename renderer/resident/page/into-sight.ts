/**
 * Brings all of this into sight together, as far as the page has room. Where it has not, what is named first is seen, and of
 * the others what fits beside it.
 */
export function bringIntoSight(...elements: readonly (Element | null | undefined)[]): void {
  for (const element of elements.toReversed()) element?.scrollIntoView({ block: 'nearest' });
}
