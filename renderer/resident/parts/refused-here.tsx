import { type ReactNode, useEffect, useRef } from 'react';
import { Notice } from '../../parts/notice.tsx';

/**
 * Why a press did nothing. Whoever pressed at the foot of a long page may be far from where it stands: it is brought into sight
 * when it comes up, and with each further attempt.
 */
export function RefusedHere({ attempt = 0, children }: { attempt?: number; children: ReactNode }): ReactNode {
  const at = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt is a press of its own
  useEffect(() => at.current?.scrollIntoView({ block: 'nearest' }), [attempt]);
  return (
    <div ref={at}>
      <Notice kind="bad" role="alert">
        <p>{children}</p>
      </Notice>
    </div>
  );
}
