import type { ReactNode } from 'react';
import type { KioskStatus } from '../../shared/contract/status.ts';
import type { SuspensionStatus } from '../../shared/contract/suspension/suspension-status.ts';
import { useTimeZone } from '../core-client/core.tsx';
import { SuspensionNotice } from '../residents/suspended.tsx';
import { endInWords, openUnderInWords, stateInWords } from '../wording/suspension/suspension.ts';

/** To staff, the suspensions in force and those announced. What residents read of them stands below the open applications. */
export function SuspensionNotices({ status }: { status: KioskStatus }): ReactNode {
  return status.suspensions.map((suspension) => (
    <OneSuspension key={suspension.source} suspension={suspension} all={status.suspensions} />
  ));
}

function OneSuspension(props: { suspension: SuspensionStatus; all: readonly SuspensionStatus[] }): ReactNode {
  const { suspension, all } = props;
  const timeZone = useTimeZone();
  return (
    <SuspensionNotice source={suspension.source} kind={suspension.since === null ? 'plain' : 'warn'}>
      <p>
        <b>{stateInWords(suspension, timeZone)}</b> {openUnderInWords(suspension, all)}{' '}
        {endInWords(suspension, timeZone)}
      </p>
    </SuspensionNotice>
  );
}
