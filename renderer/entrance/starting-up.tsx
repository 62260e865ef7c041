import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useState } from 'react';
import { Screen } from '../parts/screen.tsx';

const LONG_MILLISECONDS = 8000;

/** While no core has answered yet. */
export function WaitingScreen(): ReactNode {
  const { t } = useLingui();
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), LONG_MILLISECONDS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Screen
      name="waiting"
      heading={t({ message: 'One moment', comment: 'Heading while the kiosk is getting ready.' })}
      focusHeading
    >
      <p>
        <Trans>The kiosk is getting ready.</Trans>
      </p>
      {long ? (
        <p role="status">
          <Trans>
            This is taking longer than it should. If it isn’t done in a minute, call your supervisor.
          </Trans>
        </p>
      ) : null}
    </Screen>
  );
}
