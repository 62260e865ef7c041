import { useEffect, useState } from 'react';
import { SECOND_PRESS_MILLISECONDS } from '../../../shared/second-press.ts';

/**
 * False for a moment after this came on the screen, or became `guarded` there: so that no key of the screen before acts
 * on it.
 */
export function useAwake(guarded: boolean): boolean {
  const [hasSlept, setSlept] = useState(false);
  useEffect(() => {
    if (!guarded) return undefined;
    const timer = window.setTimeout(() => setSlept(true), SECOND_PRESS_MILLISECONDS);
    return () => {
      window.clearTimeout(timer);
      setSlept(false);
    };
  }, [guarded]);
  return !guarded || hasSlept;
}
