import type { ReactNode } from 'react';
import type { KioskStatus } from '../../shared/contract/status.ts';
import { Notice } from '../parts/notice.tsx';
import { computerInWords, isToldOf } from '../wording/doctor/computer.ts';

/** That the computer is out of order, in one line: what was found is for supervisors and IT staff. */
export function ComputerLine({ status }: { readonly status: KioskStatus }): ReactNode {
  const { computer, staff } = status;
  if (!isToldOf(computer)) return null;
  return (
    <div data-notice="computer" data-computer={computer}>
      <Notice kind="warn" role="status">
        <p>{computerInWords(computer, staff?.role)}</p>
      </Notice>
    </div>
  );
}
