import { useEffect } from 'react';
import type { ResidentLook } from '../../../shared/residents/look.ts';
import { useCore } from '../../core-client/core.tsx';

/**
 * Tells the keeper how the resident sees the screen and works it: the page that tells them how their application ended is
 * another one, and is so too. `isKept`: an application is open here that ends with such a page.
 */
export function useTellLook(isKept: boolean, look: ResidentLook): void {
  const { client } = useCore();
  useEffect(() => {
    // Refused where it is ending already: the page that tells it is drawn as was told before.
    if (isKept) void client.chooseLook(look);
  }, [client, isKept, look]);
}
