import { useEffect, useRef } from 'react';
import { useCore } from './core.tsx';
import { createShowsSomebody, type HandEvent } from './hand-activity.ts';

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

/** What a trusted event of the window says of hands. */
export function handEventOf(event: KeyboardEvent | PointerEvent | WheelEvent): HandEvent {
  if (event instanceof KeyboardEvent) return { kind: 'key', isRepeat: event.repeat };
  if (event instanceof WheelEvent) return { kind: 'scroll' };
  if (event.type === 'pointerdown') return { kind: 'press' };
  return { kind: 'move', x: event.screenX, y: event.screenY };
}

/**
 * While somebody works here, their hands keep the screen from locking. `isAsked`: the screen asks whether they are there,
 * which only a press answers.
 */
export function useActivityReports(working: boolean, isAsked: boolean): void {
  const { client } = useCore();
  const asked = useRef(isAsked);
  asked.current = isAsked;
  useEffect(() => {
    if (!working) return undefined;
    const now = (): number => performance.now();
    const shows = createShowsSomebody(now);
    // A refusal needs no words: at worst the screen locks, and says so itself.
    const report = createActivityReporter(() => void client.reportActivity({}), now);
    const onHand = (event: KeyboardEvent | PointerEvent | WheelEvent): void => {
      // Only hands count: what a script sends is nobody's presence.
      if (event.isTrusted && shows(handEventOf(event), asked.current)) report();
    };
    const kinds = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;
    for (const kind of kinds) window.addEventListener(kind, onHand, { capture: true, passive: true });
    return () => {
      for (const kind of kinds) window.removeEventListener(kind, onHand, { capture: true });
    };
  }, [working, client]);
}
