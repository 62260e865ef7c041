import { useEffect, useRef } from 'react';
import { createScanWatch } from './scan-watch.ts';

/** No key of a scanner has come for so long: what it sent is all there. */
const OVER_MILLISECONDS = 60;

/**
 * Hears a card that is scanned anywhere on the page, once the scanner has sent all of it: a prefix and the first characters
 * may look like a number of their own.
 */
export function useScannedCard(onCard: (number: string) => void, enabled: boolean): void {
  const latest = useRef(onCard);
  latest.current = onCard;
  useEffect(() => {
    if (!enabled) return undefined;
    const watch = createScanWatch();
    let timer: number | undefined;
    const onKeyDown = (event: KeyboardEvent): void => {
      watch.press(event.key, event.timeStamp);
      const number = watch.number();
      // A hand’s next key may come sooner, and takes no scan away.
      if (number === null) return;
      window.clearTimeout(timer);
      timer = window.setTimeout(() => latest.current(number), OVER_MILLISECONDS);
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => {
      window.clearTimeout(timer);
      window.removeEventListener('keydown', onKeyDown, { capture: true });
    };
  }, [enabled]);
}
