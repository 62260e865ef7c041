import type { ReactNode } from 'react';
import type { Refusal } from '../../shared/contract/refusals.ts';
import { refusalInWords } from '../wording/refusal.ts';
import { Notice } from './notice.tsx';

/** Why an act was refused, or nothing. `children`: what else is said of it, in paragraphs. */
export function Refused(props: { refusal: Refusal | null; children?: ReactNode }): ReactNode {
  const { refusal, children } = props;
  if (refusal === null) return null;
  return (
    <div data-refusal={refusal.kind}>
      <Notice kind="bad" role="alert">
        <p>{refusalInWords(refusal)}</p>
        {children}
      </Notice>
    </div>
  );
}
