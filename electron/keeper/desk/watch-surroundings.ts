import type { Desk } from './desk.ts';

/**
 * Watches what happens to the kiosk from outside: somebody sets the clock, something fills the disk. Each call
 * answers whether it has changed since the one before, so that the screen says it before a clerk begins.
 */
export function watchSurroundings({ space, time }: Pick<Desk, 'space' | 'time'>): () => boolean {
  const look = (): string => `${space.shortage()?.place ?? 'room'}, ${time.doubt() ?? 'sure'}`;
  let before = look();
  return () => {
    const now = look();
    const hasChanged = now !== before;
    before = now;
    return hasChanged;
  };
}
