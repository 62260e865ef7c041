import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Bar } from '../page/bar.tsx';
import { ResidentScreen } from '../parts/resident-screen.tsx';

/** Something of the resident's is under way, and the next screen comes by itself. */
export function ResidentWaiting(): ReactNode {
  const { t } = useLingui();
  return (
    <ResidentScreen
      name="resident-waiting"
      heading={t({
        message: 'One moment…',
        comment: 'Heading of a resident’s screen while the kiosk works.',
      })}
      bar={<Bar canLeave={false} />}
    >
      <p role="status">
        <Trans comment="On a resident’s screen while the kiosk works.">
          The next screen comes by itself. If it doesn’t, ask a clerk.
        </Trans>
      </p>
    </ResidentScreen>
  );
}
