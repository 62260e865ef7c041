import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useCore } from '../core-client/core.tsx';
import { useAct } from '../core-client/use-act.ts';
import { ActionButton } from '../parts/action-button.tsx';
import { Notice } from '../parts/notice.tsx';
import { refusalInWords } from '../wording/refusal.ts';
import styles from './print-step.module.css';

/** The printer does not know whether there is a card; the clerk can see it. */
export function PrintFailed(): ReactNode {
  const { client } = useCore();
  const act = useAct();
  const printAgain = (): void =>
    void act.run(async () => {
      const told = await client.tellCard({ found: false });
      return told.ok ? client.retryPrint({}) : told;
    });
  return (
    <>
      <Notice kind="bad" role="alert">
        <p>
          <Trans>
            The printing stopped, and the kiosk cannot tell whether a card came out. Please look into the
            printer and its tray.
          </Trans>
        </p>
      </Notice>
      <div className={styles.choices}>
        <ActionButton
          autoFocus
          large
          asleep={act.busy}
          onPress={() => void act.run(() => client.tellCard({ found: true }))}
        >
          <Trans>Yes, here it is</Trans>
        </ActionButton>
        <ActionButton large asleep={act.busy} onPress={printAgain}>
          <Trans>No, print again</Trans>
        </ActionButton>
      </div>
      <p>
        <Trans>
          Yes opens the hand-over: there the card is given or counted as spoiled. No prints the same card once
          more.
        </Trans>
      </p>
      {act.refusal === null ? null : (
        <Notice kind="bad" role="alert">
          <p>{refusalInWords(act.refusal)}</p>
        </Notice>
      )}
    </>
  );
}
