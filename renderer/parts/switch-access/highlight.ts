const MARK = 'data-switch-at';

/** What is seen of a control: a radio button is small, and its words belong to it. */
function seenOf(element: HTMLElement): HTMLElement {
  const isMark = element.matches('input[type="radio"], input[type="checkbox"]');
  return (isMark ? element.closest('label') : null) ?? element;
}

/** Shows where the switches stand; `way-out`: at the way out of that group. Null: nowhere. */
export function highlight(at: HTMLElement | null, kind: 'stop' | 'way-out' = 'stop'): void {
  const seen = at === null ? null : seenOf(at);
  for (const other of document.querySelectorAll(`[${MARK}]`)) if (other !== seen) other.removeAttribute(MARK);
  // It is there already: whoever scrolls by hand is left alone.
  if (seen === null || seen.getAttribute(MARK) === kind) return;
  seen.setAttribute(MARK, kind);
  seen.scrollIntoView({ block: 'nearest' });
}
