import { useEffect, useLayoutEffect, useState } from 'react';

/** Of the screen itself: what lies over it (staff who sign in) goes away, and its fields with it. */
const TEXT_FIELD = 'main input[type="text"]:not([readonly])';

/**
 * The field that a keyboard on the screen writes into: the one that had the focus last, and on a new screen the first one,
 * if it has any. `screen` names it.
 */
export function useFieldAtHand(screen: string): HTMLInputElement | null {
  const [field, setField] = useState<HTMLInputElement | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another screen has other fields
  useLayoutEffect(() => {
    setField(document.querySelector<HTMLInputElement>(TEXT_FIELD));
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
