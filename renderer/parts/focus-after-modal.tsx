import { useEffect, useState } from 'react';

/**
 * Inside a modal: when it goes, the focus is where it was before. React Aria gives it back in the next frame; where that
 * comes before its other effects are cleared up, the page behind is still inert, takes no focus, and no key presses
 * anything. What a parent has set up is cleared up before this.
 */
export function FocusAfterModal(): null {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      const isNowhere = document.activeElement === document.body;
      if (isNowhere && before instanceof HTMLElement && before.isConnected)
        before.focus({ preventScroll: true });
    },
    [before],
  );
  return null;
}
