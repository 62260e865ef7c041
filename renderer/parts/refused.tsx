import type { ReactNode } from 'react';
import type { Refusal } from '../../shared/contract/refusals.ts';
import { useStaffRole } from '../core-client/use-staff-role.ts';
import { refusalInWords } from '../wording/refusal.ts';
import { Notice } from './notice.tsx';
import { useIntoSight } from './use-into-sight.ts';

/**
 * Why an act was refused, or nothing. Whoever pressed at the foot of a long page may be far from it: it is brought into sight with
 * each refusal. `hasTyped`: of something that was typed. `children`: what else is said of it, in paragraphs.
 */
export function Refused(props: {
  refusal: Refusal | null;
  hasTyped?: boolean;
  children?: ReactNode;
}): ReactNode {
  const { refusal, hasTyped = false, children } = props;
  const role = useStaffRole();
  const at = useIntoSight<HTMLDivElement>(refusal);
  if (refusal === null) return null;
  return (
    <div ref={at} data-refusal={refusal.kind}>
      <Notice kind="bad" role="alert">
        <p>{refusalInWords(refusal, { role, hasTyped })}</p>
        {children}
      </Notice>
    </div>
  );
}
