import { useEffect, useState } from 'react';

/** From the key that opened something to the next one that may end something: a habit's second press comes sooner. */
const ASLEEP_MILLISECONDS = 350;

/** False for a moment after this came on the screen, where `guarded`: so that no key of the screen before acts on it. */
export function useAwake(guarded: boolean): boolean {
  const [isAwake, setAwake] = useState(!guarded);
  useEffect(() => {
    if (!guarded) return undefined;
    const timer = window.setTimeout(() => setAwake(true), ASLEEP_MILLISECONDS);
    return () => window.clearTimeout(timer);
  }, [guarded]);
  return isAwake;
}
