import { useEffect, useState } from 'react';

/** What had the focus before the first of several modals that came one after the other. */
let beneath: Element | null = null;

function focusNow(): Element | null {
  const now = document.activeElement;
  // Within a modal that is about to go, it is gone with it: what was pressed on the screen is where to go back to.
  if (now !== null && now.closest('[role="dialog"]') === null) beneath = now;
  return now;
}

/**
 * Inside a modal: when it goes, the focus is where it was before, or where it was before the first one of a row that led here.
 * React Aria gives it back in the next frame; where that comes before its other effects are cleared up, the page behind is
 * still inert, takes no focus, and no key presses anything. What a parent has set up is cleared up before this.
 */
export function FocusAfterModal(): null {
  const [before] = useState(focusNow);
  useEffect(
    () => () => {
      const isNowhere = document.activeElement === document.body;
      const at = [before, beneath].find((each) => each instanceof HTMLElement && each.isConnected);
      if (isNowhere && at instanceof HTMLElement) at.focus({ preventScroll: true });
    },
    [before],
  );
  return null;
}
