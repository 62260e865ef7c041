import { useLayoutEffect, useRef } from 'react';
import { type KeyFilterSettings, NO_KEY_FILTER } from '../../../shared/residents/hands.ts';
import { createKeyFilter, type KeyFilter } from './key-filter.ts';

function stop(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** Which key it is: where it lies, for with the shift key it is the same; some interfaces tell only what it types. */
function keyOf({ code, key }: KeyboardEvent): string {
  return code === '' ? key : code;
}

/** Hears keys of a keyboard. One that is ignored reaches nobody. */
function listenToKeys(filter: KeyFilter<string>): () => void {
  const onKeyDown = (event: KeyboardEvent): void => {
    // Also where the event does not say that it repeats: interfaces of switches send it as a new press.
    if (event.isTrusted && filter.down(keyOf(event), event.timeStamp) === 'ignore') stop(event);
  };
  const onKeyUp = (event: KeyboardEvent): void => {
    // A button is pressed by the release of the space bar.
    if (event.isTrusted && filter.up(keyOf(event), event.timeStamp) === 'ignore') stop(event);
  };
  window.addEventListener('keydown', onKeyDown, { capture: true });
  window.addEventListener('keyup', onKeyUp, { capture: true });
  return () => {
    window.removeEventListener('keydown', onKeyDown, { capture: true });
    window.removeEventListener('keyup', onKeyUp, { capture: true });
  };
}

const PRESSED = 'button, a[href], label, summary, select, input, [role="button"]';
/** What browsers send of the same press besides: a part that hears of one of them would take it for a whole press. */
const FOLLOWING = ['mousedown', 'mouseup', 'touchstart', 'touchend', 'click'] as const;

/** What is pressed by a touch. Of a text field a second touch moves the cursor, and is none of the same press. */
function pressedBy(event: Event): Element | null {
  const pressed = event.target instanceof Element ? event.target.closest(PRESSED) : null;
  return pressed?.matches('input:is([type="text"], [type="password"])') === true ? null : pressed;
}

/** Hears touches of buttons. */
function listenToTouches(filter: KeyFilter<Element>): () => void {
  let isIgnored = false;
  const touched = new Map<number, Element>();
  const onPointerDown = (event: PointerEvent): void => {
    const pressed = pressedBy(event);
    isIgnored = pressed !== null && filter.down(pressed, event.timeStamp) === 'ignore';
    if (pressed !== null) touched.set(event.pointerId, pressed);
    if (isIgnored) stop(event);
  };
  const onPointerEnd = (event: PointerEvent): void => {
    const pressed = touched.get(event.pointerId);
    touched.delete(event.pointerId);
    if (pressed !== undefined && filter.up(pressed, event.timeStamp) === 'ignore') stop(event);
  };
  const onFollowing = (event: Event): void => {
    // A key and a screen reader click as well: behind no touch.
    const isByTouch = event.type !== 'click' || (event instanceof MouseEvent && event.detail > 0);
    if (isIgnored && isByTouch && event.isTrusted) stop(event);
  };
  window.addEventListener('pointerdown', onPointerDown, { capture: true });
  for (const kind of ['pointerup', 'pointercancel'] as const)
    window.addEventListener(kind, onPointerEnd, { capture: true });
  for (const kind of FOLLOWING) window.addEventListener(kind, onFollowing, { capture: true, passive: false });
  return () => {
    window.removeEventListener('pointerdown', onPointerDown, { capture: true });
    for (const kind of ['pointerup', 'pointercancel'] as const)
      window.removeEventListener(kind, onPointerEnd, { capture: true });
    for (const kind of FOLLOWING) window.removeEventListener(kind, onFollowing, { capture: true });
  };
}

/**
 * Filters keys and touches for hands that shake or press long. What is ignored is heard by nobody else; but the first press
 * of any stroke passes, so that whoever counts idle time hears of the person. It must be called where the screens of a
 * person begin: before effects, for it has to hear of a key before those who act on it.
 */
export function useKeyFilter(settings: KeyFilterSettings): void {
  const latest = useRef(settings);
  latest.current = settings;
  const isOn =
    settings.doubleStrike !== NO_KEY_FILTER.doubleStrike ||
    settings.repeatDelay !== NO_KEY_FILTER.repeatDelay;
  useLayoutEffect(() => {
    if (!isOn) return undefined;
    const keys = createKeyFilter<string>(() => latest.current);
    const touches = createKeyFilter<Element>(() => latest.current);
    const ends = [listenToKeys(keys), listenToTouches(touches)];
    const onBlur = (): void => {
      keys.forget();
      touches.forget();
    };
    window.addEventListener('blur', onBlur);
    return () => {
      for (const end of ends) end();
      window.removeEventListener('blur', onBlur);
    };
  }, [isOn]);
}
