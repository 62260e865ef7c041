import { useEffect, useRef } from 'react';

/** Between two repeats of a held key: slow enough to stop at the right letter. */
const REPEAT_MILLISECONDS = 150;
/** How long a letter is held for its accents where held keys never repeat. */
const LONG_MILLISECONDS = 2_000;

/** What holding a key does. `once`: something else than pressing it; `again`: what pressing it does, again and again. */
export type WhenHeld = 'once' | 'again' | 'nothing';

/** For a key: begins with each press, ends with it, and says whether holding has acted in its place. */
export interface Hold {
  begin(): void;
  end(): void;
  hasActed(): boolean;
}

/** `repeatDelay`: from a press to its first repeat, as it is set for this person. */
export function useHold(whenHeld: WhenHeld, repeatDelay: number | null, act: () => void): Hold {
  const latest = useRef(act);
  latest.current = act;
  const timer = useRef<number | undefined>(undefined);
  const hasActed = useRef(false);
  useEffect(() => {
    const letGo = (): void => window.clearTimeout(timer.current);
    // The end of a press is not heard in another window: a key that deletes would go on by itself.
    window.addEventListener('blur', letGo);
    return () => {
      window.removeEventListener('blur', letGo);
      letGo();
    };
  }, []);

  const end = (): void => window.clearTimeout(timer.current);
  const again = (): void => {
    hasActed.current = true;
    latest.current();
    if (whenHeld === 'again') timer.current = window.setTimeout(again, REPEAT_MILLISECONDS);
  };
  const begin = (): void => {
    end();
    hasActed.current = false;
    const delay = repeatDelay ?? (whenHeld === 'once' ? LONG_MILLISECONDS : null);
    if (whenHeld !== 'nothing' && delay !== null) timer.current = window.setTimeout(again, delay);
  };
  return { begin, end, hasActed: () => hasActed.current };
}
