import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { LegalHold } from '../../../shared/contract/status.ts';
import { Notice } from '../../parts/notice.tsx';

/** Whether anything that legal holds keep has its key in memory only, and so ends with the power. */
export function areKeysInMemory(holds: readonly LegalHold[]): boolean {
  return holds.some(
    ({ unsealed, laterInMemory, stopped }) => unsealed + laterInMemory + stopped.inMemory > 0,
  );
}

/** What to do, and not to do, while that is so. */
export function KeysInMemory(): ReactNode {
  return (
    <div data-keys-in-memory>
      <Notice kind="bad">
        <p>
          <Trans comment="Warning. A legal hold is an order by counsel, the city’s lawyer, to erase nothing. Keys are encryption keys.">
            Don’t turn off the kiosk. Some applications on legal hold have their keys in memory only, so a
            power outage or a restart would destroy them. Tell counsel and your IT staff now.
          </Trans>
        </p>
      </Notice>
    </div>
  );
}
