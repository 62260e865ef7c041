import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useRef } from 'react';
import type { PrintStage } from '../../shared/contract/status.ts';
import { Screen } from '../parts/screen.tsx';
import { useDesk } from './desk-context.ts';
import { PrintFailed } from './print-failed.tsx';
import { PrintStations } from './print-stations.tsx';
import { SpoiledCard } from './spoiled-card.tsx';

/** Step 5: the card's way through the printer. The clerk need not wait for it. */
export function PrintStep(): ReactNode {
  const { t } = useLingui();
  const { application, goTo } = useDesk();
  const stage = application.printStage;
  const lastReached = useRef<PrintStage | null>(null);
  useEffect(() => {
    if (stage !== 'failed') lastReached.current = stage;
  }, [stage]);
  useEffect(() => {
    if (stage === 'in-tray' && application.state === 'printed') goTo('hand-over');
  }, [stage, application.state, goTo]);

  if (application.state === 'spoiled') return <SpoiledCard />;
  // The second: the printer said that a card lies in the tray, and the clerk found none.
  const failed = stage === 'failed' || (stage === 'in-tray' && application.state === 'printing');
  return (
    <Screen
      name="print"
      heading={failed ? t`Did a card come out?` : t`The card is being printed`}
      lead={t`Step 5 of 6`}
      focusHeading={!failed}
      wide
    >
      <PrintStations stage={stage} lastReached={lastReached.current} />
      {failed ? (
        <PrintFailed />
      ) : (
        <p>
          <Trans>
            The hand-over opens by itself when the card is in the tray. You need not wait: <kbd>F6</kbd> puts
            this application aside, and you can serve the next person.
          </Trans>
        </p>
      )}
    </Screen>
  );
}
