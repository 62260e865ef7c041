import { useEffect } from 'react';
import { useCore } from './core.tsx';

/** The idle lock counts in minutes: hearing of a touch every 20 seconds is fine enough. */
const AT_MOST_EVERY_MILLISECONDS = 20_000;

/**
 * Passes touches on, at most one each 20 seconds, also when one is refused: a moving pointer must not become
 * a flood of questions. `now`: milliseconds of a clock that only goes forward.
 */
export function createActivityReporter(send: () => void, now: () => number): () => void {
  let toldAt = Number.NEGATIVE_INFINITY;
  return () => {
    const at = now();
    if (at - toldAt < AT_MOST_EVERY_MILLISECONDS) return;
    toldAt = at;
    send();
  };
}

/** While somebody works here, every key and every movement of the pointer keeps the screen from locking. */
export function useActivityReports(working: boolean): void {
  const { client } = useCore();
  useEffect(() => {
    if (!working) return undefined;
    const report = createActivityReporter(
      // A refusal needs no words: at worst the screen locks, and says so itself.
      () => void client.reportActivity({}),
      () => performance.now(),
    );
    const onTouch = (event: Event): void => {
      // Only hands count: what a script sends is nobody's presence.
      if (event.isTrusted) report();
    };
    const kinds = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;
    for (const kind of kinds) window.addEventListener(kind, onTouch, { capture: true, passive: true });
    return () => {
      for (const kind of kinds) window.removeEventListener(kind, onTouch, { capture: true });
    };
  }, [working, client]);
}
