import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import { ownRefusalInWords } from '../../wording/resident/refusal.ts';
import { Bar } from '../page/bar.tsx';
import { ResidentScreen } from '../parts/resident-screen.tsx';
import { StaffButton } from '../parts/staff-button.tsx';

/**
 * Something of the resident's is under way, and the next screen comes by itself. `refusal`: it doesn't, and only staff go on; what
 * is only not possible yet is tried again.
 */
export function ResidentWaiting({ refusal = null }: { refusal?: Refusal | null }): ReactNode {
  const { t } = useLingui();
  return (
    <ResidentScreen
      name="resident-waiting"
      heading={t({
        message: 'One moment…',
        comment: 'Heading of a resident’s screen while the kiosk works.',
      })}
      bar={<Bar leaves="nothing" />}
      foot={<StaffButton />}
    >
      <p role="status">
        {refusal === null || refusal.kind === 'not-now' ? (
          <Trans comment="On a resident’s screen while the kiosk works.">
            The next screen appears by itself. If it doesn’t, ask a clerk.
          </Trans>
        ) : (
          ownRefusalInWords(refusal, { by: 'nobody' })
        )}
      </p>
    </ResidentScreen>
  );
}
