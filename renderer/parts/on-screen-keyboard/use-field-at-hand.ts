import { useEffect, useLayoutEffect, useState } from 'react';

/**
 * A field that a keyboard on the screen writes into. Of the screen itself: what lies over it (staff who sign in) goes away, and
 * its fields with it.
 */
export const TEXT_FIELD = 'main input[type="text"]:not([readonly])';

function fieldAtHand(): HTMLInputElement | null {
  const { activeElement } = document;
  // A keyboard that is moved to another place of the screen begins anew, while somebody is in a field.
  if (activeElement instanceof HTMLInputElement && activeElement.matches(TEXT_FIELD)) return activeElement;
  return document.querySelector<HTMLInputElement>(TEXT_FIELD);
}

/**
 * The field that a keyboard on the screen writes into: the one that had the focus last, and on a new screen the first one,
 * if it has any. `screen` names it.
 */
export function useFieldAtHand(screen: string): HTMLInputElement | null {
  const [field, setField] = useState<HTMLInputElement | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another screen has other fields
  useLayoutEffect(() => {
    setField(fieldAtHand());
  }, [screen]);
  useEffect(() => {
    const onFocus = ({ target }: FocusEvent): void => {
      if (target instanceof HTMLInputElement && target.matches(TEXT_FIELD)) setField(target);
    };
    document.addEventListener('focusin', onFocus);
    return () => document.removeEventListener('focusin', onFocus);
  }, []);
  return field;
}
