import type { ReactNode } from 'react';
import type { KioskStatus } from '../../shared/contract/status.ts';
import type { SuspensionStatus } from '../../shared/contract/suspension/suspension-status.ts';
import { useTimeZone } from '../core-client/core.tsx';
import { SuspendedForResidents, SuspensionNotice } from '../residents/suspended.tsx';
import { endInWords, openUnderInWords, stateInWords } from '../wording/suspension/suspension.ts';

/** Suspensions in force, with their notice for residents, and those announced. */
export function SuspensionNotices({ status }: { status: KioskStatus }): ReactNode {
  return status.suspensions.map((suspension) => (
    <OneSuspension key={suspension.source} {...{ suspension }} />
  ));
}

function OneSuspension({ suspension }: { suspension: SuspensionStatus }): ReactNode {
  const timeZone = useTimeZone();
  const { source, notice } = suspension;
  const isInForce = suspension.since !== null;
  return (
    <SuspensionNotice source={source} kind={isInForce ? 'warn' : 'plain'}>
      {isInForce ? <SuspendedForResidents notice={notice} /> : null}
      <p>
        <b>{stateInWords(suspension, timeZone)}</b> {openUnderInWords(suspension)}{' '}
        {endInWords(suspension, timeZone)}
      </p>
    </SuspensionNotice>
  );
}
