import { Plural } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { KioskStatus } from '../../shared/contract/status.ts';
import { Notice } from '../parts/notice.tsx';

/** To supervisors: what was to be handed over may not be whole, and nobody has acknowledged it. */
export function UnfinishedProductionNotice({ status }: { status: KioskStatus }): ReactNode {
  const { staff, unfinishedProductions } = status;
  const files = unfinishedProductions.length;
  if (staff?.role !== 'supervisor' || files === 0) return null;
  return (
    <div data-notice="unfinished-production">
      <Notice kind="bad">
        <p>
          <Plural
            comment="Notice to a supervisor. To produce is to hand a record over under a legal order, to counsel, the city’s lawyer; F4 is a key, Legal hold a section."
            value={files}
            one="A file produced for counsel may be incomplete. Press F4, then open Legal hold."
            other="# files produced for counsel may be incomplete. Press F4, then open Legal hold."
          />
        </p>
      </Notice>
    </div>
  );
}
