import { useEffect, useState } from 'react';
import { READ_BACK_MILLISECONDS } from '../../../shared/application/read-back.ts';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import { useCore } from '../../core-client/core.tsx';

/** After a refusal that may pass. */
const AGAIN_MILLISECONDS = 1_000;

/** The read-back on the screen. */
export interface ReadBackOnScreen {
  /** It has been there for long enough to print. */
  readonly isLongEnough: boolean;
  /** Why the core does not take it as shown; null while it does. */
  readonly refusal: Refusal | null;
}

/**
 * Tells the core that the read-back is on the screen, and follows how long it has been there. Counts from the core's
 * answer, which is later than the core counts from: it never refuses what the screen allows.
 */
export function useReadBack(covered: boolean): ReadBackOnScreen {
  const { client, commits } = useCore();
  const [isLongEnough, setLongEnough] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  useEffect(() => {
    // Covered it is not read: it begins anew when it is seen again.
    if (covered) return undefined;
    let timer: number | undefined;
    let isGone = false;
    const show = async (): Promise<void> => {
      // An answer that is still on its way would end it again.
      const settled = await commits.settled();
      const shown = settled.ok ? await client.showReadBack({}) : settled;
      if (isGone) return;
      setRefusal(shown.ok ? null : shown.error);
      timer = shown.ok
        ? window.setTimeout(() => setLongEnough(true), READ_BACK_MILLISECONDS)
        : window.setTimeout(() => void show(), AGAIN_MILLISECONDS);
    };
    void show();
    return () => {
      isGone = true;
      window.clearTimeout(timer);
      setLongEnough(false);
    };
  }, [client, commits, covered]);
  return { isLongEnough, refusal };
}
