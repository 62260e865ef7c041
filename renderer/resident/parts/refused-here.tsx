import { type ReactNode, useEffect, useRef } from 'react';
import { Notice } from '../../parts/notice.tsx';
import { bringIntoSight } from '../page/into-sight.ts';

/**
 * Why a press did nothing. Whoever pressed at the foot of a long page may be far from where it stands: it is brought into sight
 * when it comes up, and with each further attempt; and so is what was pressed, which it may push out of sight. What it says about a line of a list is seen with all of that line.
 */
export function RefusedHere({ attempt = 0, children }: { attempt?: number; children: ReactNode }): ReactNode {
  const at = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt is a press of its own
  useEffect(() => {
    const pressed = document.activeElement;
    bringIntoSight(at.current, at.current?.closest('[data-line]'), pressed?.closest('label') ?? pressed);
  }, [attempt]);
  return (
    <div ref={at}>
      <Notice kind="bad" role="alert">
        <p>{children}</p>
      </Notice>
    </div>
  );
}
