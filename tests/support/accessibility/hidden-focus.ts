import type { Page } from '@playwright/test';

/** What has the focus and is not seen in its middle: out of sight, or under something. Null when it is seen. */
export function hiddenFocus(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (focused === null || focused === document.body) return null;
    const { x, y, width, height } = focused.getBoundingClientRect();
    const onTop = document.elementFromPoint(x + width / 2, y + height / 2);
    return focused.contains(onTop) ? null : focused.outerHTML.slice(0, 120);
  });
}

/** All that the focus can come to and that is not seen when it has it, one after the other, forward and back. */
export function hiddenStops(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    // What a new size of the window moves is where it stays by then.
    for (let frame = 0; frame < 2; frame += 1) await new Promise((drawn) => requestAnimationFrame(drawn));
    const stops = [
      ...document.querySelectorAll<HTMLElement>('button, input, select, textarea, summary, [tabindex="0"]'),
    ].filter((each) => each.tabIndex >= 0 && each.checkVisibility({ checkVisibilityCSS: true }));
    const hidden = new Set<string>();
    for (const stop of [...stops, ...stops.toReversed()]) {
      // Else what has the focus already would not be brought into sight.
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      stop.focus();
      // Behind a dialog, or under the cover, nothing takes it.
      if (document.activeElement !== stop) continue;
      const { x, y, width, height } = stop.getBoundingClientRect();
      const onTop = document.elementFromPoint(x + width / 2, y + height / 2);
      if (!stop.contains(onTop)) hidden.add(stop.outerHTML.slice(0, 120));
    }
    return [...hidden];
  });
}
