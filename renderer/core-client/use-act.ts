import { useCallback, useRef, useState } from 'react';
import type { Answer } from '../../shared/contract/declare.ts';
import type { Refusal } from '../../shared/contract/refusals.ts';

/** One act of the clerk that the core has to answer. */
export interface Act {
  readonly busy: boolean;
  /** Why the last run did not succeed. */
  readonly refusal: Refusal | null;
  /** Runs unless it runs already (a second press is not a second act). `true` when the core agreed. */
  run(act: () => Promise<Answer<unknown>>): Promise<boolean>;
  clear(): void;
}

/** Keeps track of one act: whether it is under way, and why it was refused. */
export function useAct(): Act {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  // State alone would let a second key press through before the next rendering.
  const running = useRef(false);

  const run = useCallback(async (act: () => Promise<Answer<unknown>>): Promise<boolean> => {
    if (running.current) return false;
    running.current = true;
    setBusy(true);
    setRefusal(null);
    try {
      const answer = await act();
      if (!answer.ok) setRefusal(answer.error);
      return answer.ok;
    } finally {
      // Also after a bug, which is thrown on: a button that stays dead would hide it.
      running.current = false;
      setBusy(false);
    }
  }, []);
  const clear = useCallback(() => setRefusal(null), []);
  return { busy, refusal, run, clear };
}
