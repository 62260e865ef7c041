import { createContext, useContext, useEffect, useState } from 'react';
import { SECOND_PRESS_MILLISECONDS } from '../../../shared/second-press.ts';

/** True: what is within takes no press. For what was moved and stays on the screen: it may have come under a finger. */
export const AsleepContext = createContext(false);

/**
 * False for a moment after this came on the screen, or became `guarded` there: so that no key of the screen before acts
 * on it. And false while all around it sleeps (`AsleepContext`).
 */
export function useAwake(guarded: boolean): boolean {
  const isAllAsleep = useContext(AsleepContext);
  const [hasSlept, setSlept] = useState(false);
  useEffect(() => {
    if (!guarded) return undefined;
    const timer = window.setTimeout(() => setSlept(true), SECOND_PRESS_MILLISECONDS);
    return () => {
      window.clearTimeout(timer);
      setSlept(false);
    };
  }, [guarded]);
  return (!guarded || hasSlept) && !isAllAsleep;
}
