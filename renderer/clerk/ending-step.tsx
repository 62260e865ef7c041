import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Screen } from '../parts/screen.tsx';

/** The short while between the confirmed end and the fresh session. */
export function EndingStep(): ReactNode {
  const { t } = useLingui();
  return (
    <Screen
      name="hand-over"
      help="erasing"
      heading={t({
        message: 'Erasing the application',
        comment: 'Heading while the kiosk erases the application that has ended.',
      })}
    >
      <p>
        <Trans>Erasing it, then searching for its details. A new screen opens by itself.</Trans>
      </p>
    </Screen>
  );
}
