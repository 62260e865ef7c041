import { useEffect, useState } from 'react';

const CHECK_EVERY_MILLISECONDS = 250;

/** Whole seconds until `end`, never below nought. Both in milliseconds of the same clock. */
export function secondsUntil(end: number, now: number): number {
  return Math.max(0, Math.ceil((end - now) / 1000));
}

/**
 * Counts `seconds` down to nought from the moment when `told` became another object: the refusal or the
 * status that named them. `null` while there is nothing to wait for.
 */
export function useCountdown(seconds: number | null, told: object | null): number | null {
  const [count, setCount] = useState({ told, left: seconds });
  // While rendering, so that no frame shows the figure of before.
  if (count.told !== told) setCount({ told, left: seconds });
  useEffect(() => {
    if (seconds === null) return undefined;
    const end = performance.now() + seconds * 1000;
    const timer = setInterval(() => {
      const left = secondsUntil(end, performance.now());
      setCount((now) => (now.told === told && now.left !== left ? { told, left } : now));
      if (left === 0) clearInterval(timer);
    }, CHECK_EVERY_MILLISECONDS);
    return () => clearInterval(timer);
  }, [told, seconds]);
  return count.told === told ? count.left : seconds;
}
