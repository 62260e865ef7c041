import { useEffect, useState } from 'react';
import type { PrintPhase } from './print-phase.ts';

/**
 * Whether the clerk has stopped the print that is under way. The printer may take a minute to end it, and until
 * then nothing on the screen may promise that it goes on.
 */
export function useStopping(printing: PrintPhase): { readonly stopping: boolean; stopped(): void } {
  const [asked, setAsked] = useState(false);
  const underWay = printing.kind === 'under-way';
  useEffect(() => {
    if (!underWay) setAsked(false);
  }, [underWay]);
  return { stopping: asked && underWay, stopped: () => setAsked(true) };
}
