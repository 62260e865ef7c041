import type { ReactNode } from 'react';
import { Notice } from '../../parts/notice.tsx';
import { useIntoSight } from '../../parts/use-into-sight.ts';

/**
 * Why nothing is handed over now, and the key that leads out: its button is in the bar of every step. `isAlert`: it came while the
 * clerk was at it.
 */
export function HeldAtHandOver({ notice, isAlert }: { notice: string; isAlert: boolean }): ReactNode {
  const place = useIntoSight<HTMLDivElement>(isAlert ? notice : null);
  return (
    <div ref={place} data-held-notice>
      <Notice kind="warn" {...(isAlert ? { role: 'alert' } : {})}>
        <p>{notice}</p>
      </Notice>
    </div>
  );
}
