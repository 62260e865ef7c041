import { useEffect, useRef } from 'react';
import { newlyReady } from './newly-ready.ts';
import { playTone } from './play-tone.ts';

/**
 * A tone for each card that becomes ready while this is on the screen; those that were ready when it came were told of
 * before. Cards that become so in one moment share it. `audible`: the programme wants it, and this screen is seen.
 */
export function useReadyTone(ready: readonly number[], audible: boolean): void {
  const before = useRef(ready);
  useEffect(() => {
    const fresh = newlyReady(before.current, ready);
    before.current = ready;
    if (fresh.length > 0 && audible) playTone();
  });
}
