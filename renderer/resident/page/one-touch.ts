import { useEffect } from 'react';

/** Follows the fingers on the glass: more than one at once is a palm, or somebody who means no button. */
export interface TouchWatch {
  /** A finger comes. True: it is not alone, and nothing that the fingers do now means anything. */
  down(finger: number): boolean;
  /** A finger goes. True: it was one of several, and presses nothing. */
  up(finger: number): boolean;
}

/** Once several were there at once, none of them counts before all have left. */
export function createTouchWatch(): TouchWatch {
  const fingers = new Set<number>();
  let areMany = false;
  return {
    down(finger) {
      if (fingers.size === 0) areMany = false;
      fingers.add(finger);
      areMany ||= fingers.size > 1;
      return areMany;
    },
    up(finger) {
      const counted = fingers.delete(finger);
      return counted && areMany;
    },
  };
}

/** A click comes right behind the finger that caused it. */
const CLICK_FOLLOWS_MILLISECONDS = 100;

/** Lets a palm, or ten fingers at once, press nothing: whatever they had begun to press is let go. */
export function useOneTouch(): void {
  useEffect(() => {
    const watch = createTouchWatch();
    let muteUntil = 0;
    const letGo = (pointerId: number): void => {
      document.dispatchEvent(new PointerEvent('pointercancel', { pointerId, bubbles: true }));
    };
    const onDown = (event: PointerEvent): void => {
      if (event.pointerType !== 'touch' || !watch.down(event.pointerId)) return;
      event.stopPropagation();
      letGo(event.pointerId);
    };
    const onUp = (event: PointerEvent): void => {
      // Our own, which lets go.
      if (!event.isTrusted || !watch.up(event.pointerId)) return;
      event.stopPropagation();
      muteUntil = event.timeStamp + CLICK_FOLLOWS_MILLISECONDS;
    };
    const onClick = (event: MouseEvent): void => {
      if (!event.isTrusted || event.detail === 0 || event.timeStamp > muteUntil) return;
      event.preventDefault();
      event.stopPropagation();
    };
    const within = { capture: true };
    window.addEventListener('pointerdown', onDown, within);
    window.addEventListener('pointerup', onUp, within);
    window.addEventListener('pointercancel', onUp, within);
    window.addEventListener('click', onClick, within);
    return () => {
      window.removeEventListener('pointerdown', onDown, within);
      window.removeEventListener('pointerup', onUp, within);
      window.removeEventListener('pointercancel', onUp, within);
      window.removeEventListener('click', onClick, within);
    };
  }, []);
}
