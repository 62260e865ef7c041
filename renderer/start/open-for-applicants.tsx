import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useCore } from '../core-client/core.tsx';
import type { Act } from '../core-client/use-act.ts';
import { ActionButton } from '../parts/action-button.tsx';
import { useKeys } from '../parts/keys/use-keys.ts';
import styles from './start.module.css';

/** In self-service: applicants have the screen from now on, one after the other, until staff sign in again. */
export function OpenForApplicants(props: { act: Act; isStopped: boolean; isOverlaid: boolean }): ReactNode {
  const { act, isStopped, isOverlaid } = props;
  const { client } = useCore();
  const open = (): void => {
    if (!isStopped) void act.run(() => client.giveToResident({}));
  };
  useKeys({ F11: open }, !isOverlaid);
  return (
    <div className={styles.forApplicants} data-open-for-applicants>
      <ActionButton
        large
        shortcut="F11"
        ariaDisabled={isStopped || (act.busy && 'for-a-moment')}
        onPress={open}
      >
        <Trans comment="Button: applicants use this screen alone from now on, until staff sign in again.">
          Open for applicants
        </Trans>
      </ActionButton>
    </div>
  );
}
