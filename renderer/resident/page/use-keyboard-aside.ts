import { useCallback, useEffect, useState } from 'react';
import { useAwake } from '../../parts/keys/use-awake.ts';
import { TEXT_FIELD } from '../../parts/on-screen-keyboard/use-field-at-hand.ts';

/** The keyboard on the screen, which makes room for what is told. */
export interface KeyboardAside {
  readonly isAside: boolean;
  /** False for a moment after it came, also where it has come back: it and the buttons that it moved may be under a finger. */
  readonly isAwake: boolean;
  putAside(): void;
}

/**
 * Puts the keyboard aside while what is wrong is read above the field: both are seen then, and no key types into a field that
 * nobody is in. It is back as soon as somebody goes to a field, and not before. The finger that went there, or on to this question, may
 * come down twice, and meets a key then: so nothing takes a press for a moment.
 */
export function useKeyboardAside(): KeyboardAside {
  const [place, setPlace] = useState<'here' | 'aside'>('here');
  const isAside = place === 'aside';
  const isAwake = useAwake(!isAside);
  useEffect(() => {
    if (!isAside) return undefined;
    const follow = (): void => {
      if (document.activeElement?.matches(TEXT_FIELD) === true) setPlace('here');
    };
    // What was wrong may be right by now: then nothing led away from the field.
    follow();
    document.addEventListener('focusin', follow);
    return () => document.removeEventListener('focusin', follow);
  }, [isAside]);
  const putAside = useCallback(() => setPlace('aside'), []);
  return { isAside, isAwake, putAside };
}
