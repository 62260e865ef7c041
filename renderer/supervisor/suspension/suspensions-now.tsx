import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { SuspensionStatus } from '../../../shared/contract/suspension/suspension-status.ts';
import { useTimeZone } from '../../core-client/core.tsx';
import { Notice } from '../../parts/notice.tsx';
import { endInWords, openUnderInWords, stateInWords } from '../../wording/suspension/suspension.ts';

/** The suspensions in force and those announced, each in three sentences. */
export function SuspensionsNow({ suspensions }: { suspensions: readonly SuspensionStatus[] }): ReactNode {
  const timeZone = useTimeZone();
  if (suspensions.length === 0)
    return (
      <p data-suspensions="0">
        <Trans>New applications aren’t suspended.</Trans>
      </p>
    );
  return (
    <>
      {suspensions.map((suspension) => (
        <div key={suspension.source} data-suspension={suspension.source} data-since={suspension.since}>
          <Notice kind={suspension.since === null ? 'plain' : 'warn'}>
            <p>
              <b>{stateInWords(suspension, timeZone)}</b> {openUnderInWords(suspension, suspensions)}{' '}
              {endInWords(suspension, timeZone)}
            </p>
          </Notice>
        </div>
      ))}
    </>
  );
}
