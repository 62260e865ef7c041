/**
 * Tells the place that scrolls how high the bar in it is, from its first moment on: with large text it has several rows, and what is
 * brought into sight stops below all of them.
 */
export function followBarHeight(bar: HTMLElement | null): (() => void) | undefined {
  const place = bar?.parentElement;
  if (bar === null || place === null || place === undefined) return undefined;
  const measure = (): void => place.style.setProperty('--bar', `${bar.offsetHeight}px`);
  measure();
  const sizes = new ResizeObserver(measure);
  sizes.observe(bar);
  return () => sizes.disconnect();
}
