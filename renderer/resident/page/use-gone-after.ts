import { useEffect } from 'react';
import { isPress } from '../../core-client/hand-activity.ts';
import { handEventOf } from '../../core-client/report-activity.ts';

/** Long enough to read all of it twice, slowly. */
const GONE_AFTER_MILLISECONDS = 120_000;

/**
 * Leaves a screen that is for somebody who may have gone: once nobody has pressed anything for two minutes, as long as it
 * `goes` at all. Whoever makes its text larger first, or comes to its end by two switches, has their time from then on.
 */
export function useGoneAfter(goes: boolean, leave: () => void): void {
  useEffect(() => {
    if (!goes) return undefined;
    let timer = 0;
    const wait = (): void => {
      window.clearTimeout(timer);
      timer = window.setTimeout(leave, GONE_AFTER_MILLISECONDS);
    };
    const onHand = (event: KeyboardEvent | PointerEvent): void => {
      if (event.isTrusted && isPress(handEventOf(event))) wait();
    };
    const listening = { capture: true, passive: true };
    window.addEventListener('pointerdown', onHand, listening);
    window.addEventListener('keydown', onHand, listening);
    wait();
    return () => {
      window.clearTimeout(timer);
      window.removeEventListener('pointerdown', onHand, listening);
      window.removeEventListener('keydown', onHand, listening);
    };
  }, [goes, leave]);
}
