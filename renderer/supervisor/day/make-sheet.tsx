import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { DaySheet } from '../../../shared/contract/counter-day/day-acts.ts';
import { useCore } from '../../core-client/core.tsx';
import { useAct } from '../../core-client/use-act.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { Refused } from '../../parts/refused.tsx';
import styles from '../supervisor.module.css';

/** The sheet of a kiosk that is packed up, where no day was closed with it: its code speaks for packing up, too. */
export function MakeSheet({ onMade }: { onMade: (sheet: DaySheet) => void }): ReactNode {
  const { client } = useCore();
  const act = useAct();
  const make = async (): Promise<void> => {
    await act.run(async () => {
      const answer = await client.takeCheckpoint({ way: 'day-sheet' });
      if (answer.ok && answer.value.sheet !== null) onMade(answer.value.sheet);
      return answer;
    });
  };
  return (
    <>
      <p className={styles.note}>
        <Trans comment="Above a button, when a kiosk is packed up. The ledger is the signed record of counts and staff actions.">
          If you don’t have a day sheet made after packing up, make one. Its code later shows whether this
          kiosk’s ledger was changed.
        </Trans>
      </p>
      <div>
        <ActionButton ariaDisabled={act.busy && 'for-a-moment'} onPress={() => void make()}>
          <Trans>Make day sheet</Trans>
        </ActionButton>
      </div>
      <Refused refusal={act.refusal} />
    </>
  );
}
