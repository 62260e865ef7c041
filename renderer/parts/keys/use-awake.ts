import { useEffect, useState } from 'react';

/** From the key that opened something to the next one that may end something: a habit's second press comes sooner. */
const ASLEEP_MILLISECONDS = 350;

/**
 * False for a moment after this came on the screen, or became `guarded` there: so that no key of the screen before acts
 * on it.
 */
export function useAwake(guarded: boolean): boolean {
  const [hasSlept, setSlept] = useState(false);
  useEffect(() => {
    if (!guarded) return undefined;
    const timer = window.setTimeout(() => setSlept(true), ASLEEP_MILLISECONDS);
    return () => {
      window.clearTimeout(timer);
      setSlept(false);
    };
  }, [guarded]);
  return !guarded || hasSlept;
}
