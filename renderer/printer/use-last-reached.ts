import { useEffect, useRef } from 'react';
import type { PrintStage } from '../../shared/contract/printing/printer.ts';

/** The last stage of a card before it failed, as far as this screen has seen it. */
export function useLastReached(stage: PrintStage | null): PrintStage | null {
  const lastReached = useRef<PrintStage | null>(null);
  useEffect(() => {
    if (stage !== 'failed') lastReached.current = stage;
  }, [stage]);
  return lastReached.current;
}
