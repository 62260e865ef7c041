import { useCallback, useMemo, useRef, useState } from 'react';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import { useCore } from '../../core-client/core.tsx';

/** The check marks for what the clerk has seen, shown at once and kept by the core soon after. */
export interface TickedDocuments {
  readonly ids: readonly string[];
  readonly refusal: Refusal | null;
  tick(document: string, seen: boolean): void;
  /** Waits until the core knows all ticks. */
  settled(): Promise<void>;
}

/** The ticks of one application; `initial` counts once, from then on the screen leads. */
export function useTickedDocuments(initial: readonly string[]): TickedDocuments {
  const { client } = useCore();
  const [ids, setIds] = useState(initial);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  // One after another: a tick and its untick must not overtake each other.
  const queue = useRef(Promise.resolve());

  const tick = useCallback(
    (document: string, seen: boolean) => {
      const change = (on: boolean) =>
        setIds((now) =>
          on ? [...now.filter((id) => id !== document), document] : now.filter((id) => id !== document),
        );
      change(seen);
      setRefusal(null);
      queue.current = queue.current.then(async () => {
        const answer = await client.tickDocument({ document, seen });
        if (answer.ok) return;
        // What the core does not hold must not look as if it did.
        change(!seen);
        setRefusal(answer.error);
      });
    },
    [client],
  );
  const settled = useCallback(() => queue.current, []);
  return useMemo(() => ({ ids, refusal, tick, settled }), [ids, refusal, tick, settled]);
}
