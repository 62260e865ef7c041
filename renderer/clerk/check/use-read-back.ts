import { useCallback, useEffect, useState } from 'react';
import { READ_BACK_MILLISECONDS } from '../../../shared/application/read-back.ts';
import type { Answer } from '../../../shared/contract/declare.ts';
import { useCore } from '../../core-client/core.tsx';

/**
 * Tells the core that the read-back is on the screen, and answers whether it has been there for long enough to print.
 * Counts from the core's answer, which is later than the core counts from: it never refuses what the screen allows.
 * `run`: the act that shows it when the core says no.
 */
export function useReadBack(
  run: (act: () => Promise<Answer<unknown>>) => Promise<boolean>,
  covered: boolean,
): boolean {
  const { client, commits } = useCore();
  const [isLongEnough, setLongEnough] = useState(false);
  const show = useCallback(async (): Promise<Answer<unknown>> => {
    // An answer that is still on its way would end it again.
    const settled = await commits.settled();
    return settled.ok ? client.showReadBack({}) : settled;
  }, [client, commits]);
  useEffect(() => {
    // Covered it is not read: it begins anew when it is seen again.
    if (covered) return undefined;
    let timer: number | undefined;
    let isGone = false;
    void run(show).then((isShown) => {
      if (isShown && !isGone) timer = window.setTimeout(() => setLongEnough(true), READ_BACK_MILLISECONDS);
    });
    return () => {
      setLongEnough(false);
      isGone = true;
      window.clearTimeout(timer);
    };
  }, [run, show, covered]);
  return isLongEnough;
}
