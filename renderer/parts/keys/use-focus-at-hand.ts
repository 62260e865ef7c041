import { type RefObject, useEffect, useRef } from 'react';

/**
 * A screen that comes up has the focus on its button; where that one is off, in its field. Once the button is on again, Enter belongs
 * to it: the focus goes there, unless somebody has begun to type, or is elsewhere.
 */
export function useFocusAtHand(
  isOff: boolean,
  button: RefObject<HTMLButtonElement | null>,
  field: RefObject<HTMLInputElement | null>,
): void {
  const hasBegun = useRef(false);
  useEffect(() => {
    if (!hasBegun.current) {
      hasBegun.current = true;
      (isOff ? field : button).current?.focus();
      return;
    }
    const at = document.activeElement;
    const isEmpty = at === field.current && field.current?.value.trim() === '';
    const isNowhere = at === null || at === document.body || at.localName === 'main';
    if (!isOff && (isEmpty || isNowhere)) button.current?.focus();
  }, [isOff, button, field]);
}
