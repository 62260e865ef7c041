import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Screen } from '../parts/screen.tsx';

/** The short while between the confirmed end and the fresh session. */
export function EndingStep(): ReactNode {
  const { t } = useLingui();
  return (
    <Screen name="hand-over" heading={t`The record has ended`}>
      <p>
        <Trans>It is being erased and searched for. A fresh screen comes by itself.</Trans>
      </p>
    </Screen>
  );
}
