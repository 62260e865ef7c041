import type { ReactNode } from 'react';
import type { KioskStatus } from '../../shared/contract/status.ts';
import type { SuspensionStatus } from '../../shared/contract/suspension/suspension-status.ts';
import { useTimeZone } from '../core-client/core.tsx';
import { Notice } from '../parts/notice.tsx';
import { SuspendedForResidents } from '../residents/suspended.tsx';
import { endInWords, openUnderInWords, stateInWords } from '../wording/suspension/suspension.ts';

/** Suspensions in force, with their notice for residents, and those announced. */
export function SuspensionNotices({ status }: { status: KioskStatus }): ReactNode {
  return status.suspensions.map((suspension) => (
    <div key={suspension.source} data-notice="suspension" data-source={suspension.source}>
      <SuspensionNotice suspension={suspension} />
    </div>
  ));
}

function SuspensionNotice({ suspension }: { suspension: SuspensionStatus }): ReactNode {
  const timeZone = useTimeZone();
  const isInForce = suspension.since !== null;
  return (
    <Notice kind={isInForce ? 'warn' : 'plain'}>
      {isInForce ? <SuspendedForResidents notice={suspension.notice} /> : null}
      <p>
        <b>{stateInWords(suspension, timeZone)}</b> {openUnderInWords(suspension)}{' '}
        {endInWords(suspension, timeZone)}
      </p>
    </Notice>
  );
}
