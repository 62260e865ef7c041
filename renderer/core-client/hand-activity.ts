/** Milliseconds for which a pointer that only moves goes on counting after the last press. */
export const MOVEMENT_ALONE_MILLISECONDS = 60_000;
/** A pointer that trembles under a table's knocks stays within this: CSS pixels, a quarter of an inch. */
export const MOVEMENT_PIXELS = 24;

/** What a page hears of hands; `x` and `y` in CSS pixels of the window. */
export type HandEvent =
  | { readonly kind: 'key'; readonly isRepeat: boolean }
  | { readonly kind: 'press' }
  | { readonly kind: 'move'; readonly x: number; readonly y: number }
  | { readonly kind: 'scroll' };

/** A key or a button that somebody has just pressed. A key that is held repeats by itself, whatever lies on it. */
export function isPress(event: HandEvent): boolean {
  return event.kind === 'press' || (event.kind === 'key' && !event.isRepeat);
}

/** Whether an event shows that somebody is there. `isAsked`: the screen asks just that. */
export type ShowsSomebody = (event: HandEvent, isAsked: boolean) => boolean;

/**
 * A fresh press of a key, a button or the glass always shows somebody. A pointer that moves, or a wheel that turns, may do so by
 * itself: it counts only where it goes some way, for a minute after the last press, and it does not answer the question
 * whether somebody is there. `now`: milliseconds of a clock that only goes forward.
 */
export function createShowsSomebody(now: () => number): ShowsSomebody {
  let pressedAt = Number.NEGATIVE_INFINITY;
  let counted: { readonly x: number; readonly y: number } | null = null;

  function wentSomeWay(x: number, y: number): boolean {
    if (counted !== null && Math.hypot(x - counted.x, y - counted.y) < MOVEMENT_PIXELS) return false;
    const isFirst = counted === null;
    counted = { x, y };
    // Where it lies when the page begins is no movement yet.
    return !isFirst;
  }

  return (event, isAsked) => {
    if (isPress(event)) {
      pressedAt = now();
      return true;
    }
    const isAlone = now() - pressedAt >= MOVEMENT_ALONE_MILLISECONDS;
    const moved = event.kind === 'scroll' || (event.kind === 'move' && wentSomeWay(event.x, event.y));
    return moved && !isAlone && !isAsked;
  };
}
