import type { ReactNode } from 'react';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import { Notice } from '../../parts/notice.tsx';
import { refusalInWords } from '../../wording/refusal.ts';

/** Why an act on the day was refused, or nothing. */
export function Refused({ refusal }: { refusal: Refusal | null }): ReactNode {
  if (refusal === null) return null;
  return (
    <div data-refusal={refusal.kind} data-why={refusal.kind === 'day-refused' ? refusal.why : undefined}>
      <Notice kind="bad" role="alert">
        <p>{refusalInWords(refusal)}</p>
      </Notice>
    </div>
  );
}
