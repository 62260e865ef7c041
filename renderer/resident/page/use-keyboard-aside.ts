import { useCallback, useEffect, useState } from 'react';

/** A field that the keyboard on the screen writes into. */
const FIELD = 'main input[type="text"]';

/** The keyboard on the screen, which makes room for what is told. */
export interface KeyboardAside {
  readonly isAside: boolean;
  putAside(): void;
}

/**
 * Puts the keyboard aside while what is wrong is read above the field: both are seen then, and no key types into a field that
 * nobody is in. It is back as soon as somebody goes to a field, and not before: it must not come up under a finger.
 */
export function useKeyboardAside(): KeyboardAside {
  const [isAside, setAside] = useState(false);
  useEffect(() => {
    if (!isAside) return undefined;
    const follow = (): void => {
      if (document.activeElement?.matches(FIELD) === true) setAside(false);
    };
    // What was wrong may be right by now: then nothing led away from the field.
    follow();
    document.addEventListener('focusin', follow);
    return () => document.removeEventListener('focusin', follow);
  }, [isAside]);
  const putAside = useCallback(() => setAside(true), []);
  return { isAside, putAside };
}
